package io.chatkeeper.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import io.chatkeeper.contract.Actor;
import io.chatkeeper.contract.Envelope;
import io.chatkeeper.contract.PublicEvent;
import io.chatkeeper.contract.Recorded;
import io.chatkeeper.contract.Role;
import io.chatkeeper.contract.Topics;
import io.chatkeeper.contract.WireNames;
import io.chatkeeper.pipeline.kafka.EventFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What others are told of our topics and events against what is really written.
class AsyncApiTest {
    private static final Path PUBLISHED = Path.of("../docs/asyncapi.yaml");
    private static final Path FRESH = Path.of("target/asyncapi.yaml");
    private static final String WHERE = "https://chatkeeper.io/asyncapi";
    private static final JsonMapper JSON = Json.mapper();
    private static final JsonNode DESCRIBED = described();
    private static final SchemaRegistry SCHEMAS =
            SchemaRegistry.withDefaultDialect(
                    SpecificationVersion.DRAFT_2020_12,
                    builder ->
                            builder.schemas(Map.of(WHERE, DESCRIBED.toString()))
                                    .schemaRegistryConfig(
                                            SchemaRegistryConfig.builder()
                                                    .formatAssertionsEnabled(true)
                                                    .build()));

    @Test
    void the_published_description_is_the_contract() throws IOException {
        Files.writeString(FRESH, AsyncApi.text());

        assertThat(Files.readString(PUBLISHED))
                .as("copy pipeline/%s to docs/asyncapi.yaml", FRESH)
                .isEqualTo(AsyncApi.text());
    }

    @Test
    void every_topic_is_a_channel_and_every_event_stands_on_one() {
        Set<String> topics = new TreeSet<>(List.of(Topics.REPLIES, Topics.SOPS));
        Stream.concat(Topics.EVENTS.stream(), Topics.COMMANDS.stream())
                .forEach(topic -> topics.addAll(List.of(topic, Topics.dead(topic))));
        Set<String> names = new TreeSet<>();
        DESCRIBED
                .path("channels")
                .forEach(one -> names.addAll(one.path("messages").propertyNames()));
        Set<String> events = new TreeSet<>(Set.of("SopText"));
        events().map(WireNames::of).forEach(events::add);

        assertThat(DESCRIBED.path("channels").propertyNames())
                .containsExactlyInAnyOrderElementsOf(topics);
        assertThat(names).isEqualTo(events);
    }

    @ParameterizedTest
    @MethodSource("events")
    void an_event_is_written_as_it_is_described(Class<?> type) {
        for (Object sample : List.of(Samples.full(type), Samples.sparse(type))) {
            String written = JSON.writeValueAsString(sample);
            assertThat(faults(type.getSimpleName(), written)).as(written).isEmpty();
        }
        JsonNode full = JSON.valueToTree(Samples.full(type));
        assertThat(full.propertyNames())
                .containsExactlyInAnyOrderElementsOf(
                        DESCRIBED
                                .path("components")
                                .path("schemas")
                                .path(type.getSimpleName())
                                .path("properties")
                                .propertyNames());
    }

    @Test
    void a_missing_field_and_a_wrong_type_are_noticed() {
        assertThat(faults("VisitorLeft", "{\"chatId\":\"chat-1\"}")).isNotEmpty();
        assertThat(faults("VisitorLeft", "{\"chatId\":1,\"reason\":\"left\"}")).isNotEmpty();
        assertThat(faults("VisitorLeft", "{\"chatId\":\"c\",\"reason\":\"l\",\"new\":1}"))
                .isEmpty();
    }

    @Test
    void the_headers_are_those_described() {
        assertThat(headers("chat-1", "tidio-loan@1", "00-1-2-01", Role.CSR))
                .isEqualTo(AsyncApi.HEADERS.keySet());
        Set<String> always = new TreeSet<>();
        AsyncApi.HEADERS.forEach((name, optional) -> {
            if (!optional) {
                always.add(name);
            }
        });
        assertThat(headers(null, null, null, null)).isEqualTo(always);
    }

    static Stream<Class<?>> events() {
        return WireNamesTest.records().filter(PublicEvent.class::isAssignableFrom);
    }

    private static Set<String> headers(
            @Nullable String chat,
            @Nullable String sop,
            @Nullable String trace,
            @Nullable Role role) {
        Class<?> type =
                events().filter(one -> one.getSimpleName().equals("ChatClosed"))
                        .findFirst()
                        .orElseThrow();
        Envelope envelope =
                new Envelope(
                        "id",
                        WireNames.of(type),
                        "chat-1",
                        1,
                        Instant.EPOCH,
                        chat,
                        "correlation",
                        "causation",
                        new Actor(io.chatkeeper.contract.ActorKind.AGENT, "casey", role),
                        sop,
                        trace);
        Recorded recorded = new Recorded(envelope, (PublicEvent) Samples.full(type));
        Set<String> names = new TreeSet<>();
        for (Header header :
                new EventFormat(JSON, "chat").write("chat.events", recorded).headers()) {
            names.add(header.key());
        }
        return names;
    }

    private static List<String> faults(String schema, String json) {
        return SCHEMAS
                .getSchema(SchemaLocation.of(WHERE + "#/components/schemas/" + schema))
                .validate(json, InputFormat.JSON)
                .stream()
                .map(Object::toString)
                .toList();
    }

    private static JsonNode described() {
        try {
            return JSON.valueToTree(
                    new Load(LoadSettings.builder().build())
                            .loadFromString(Files.readString(PUBLISHED)));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
