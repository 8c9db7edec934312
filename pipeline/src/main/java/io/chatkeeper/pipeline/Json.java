package io.chatkeeper.pipeline;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.chatkeeper.contract.ClockAction;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.EnumNamingStrategies;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.json.JsonMapper;

/// How everything of ours is written as JSON: camelCase fields, enums in kebab-case, RFC 3339
/// times, ISO 8601 durations, absent instead of null, unknown fields ignored.
public final class Json {
    private Json() {}

    /// A new mapper with our rules.
    public static JsonMapper mapper() {
        return configure(JsonMapper.builder()).build();
    }

    /// Our rules on a builder that somebody else owns.
    public static JsonMapper.Builder configure(JsonMapper.Builder builder) {
        return builder.enumNamingStrategy(EnumNamingStrategies.KEBAB_CASE)
                .changeDefaultPropertyInclusion(_ ->
                        JsonInclude.Value.construct(
                                JsonInclude.Include.NON_NULL, JsonInclude.Include.NON_NULL))
                .disable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS)
                .disable(DateTimeFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .addMixIn(ClockAction.class, ByFields.class);
    }

    /// The actions of a clock are told apart by the fields they have.
    @JsonTypeInfo(use = JsonTypeInfo.Id.DEDUCTION)
    @JsonIgnoreProperties
    private interface ByFields {}
}
