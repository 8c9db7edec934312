package io.chatkeeper.gateway.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.reactive.result.method.RequestMappingInfo;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;

/// The description describes every call there is, and no other.
class OpenApiTest extends SliceTest {
    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mapping;

    @Test
    void every_call_is_described_and_nothing_else_is() {
        TreeSet<String> served = new TreeSet<>();
        mapping.getHandlerMethods().keySet().forEach(info -> served.addAll(calls(info)));
        TreeSet<String> described = new TreeSet<>();
        described().calls().forEach(call -> described.add(call.replaceAll("\\{[^}]+}", "{}")));
        assertThat(described).isEqualTo(served);
    }

    @Test
    void examples_have_the_shape_they_are_examples_of() {
        assertThat(described().exampleFaults()).isEmpty();
    }

    @Test
    void a_wrong_type_and_a_missing_or_unknown_field_are_noticed() {
        var described = described();
        assertThat(described.faults("GET", "/api/v1/me/inbox", 200, "{\"items\":{}}")).isNotEmpty();
        assertThat(described.faults("GET", "/api/v1/me/inbox", 200, "{}")).isNotEmpty();
        assertThat(described.faults("GET", "/api/v1/me/inbox", 200, "{\"items\":[]}")).isEmpty();
        assertThat(described.faults("GET", "/api/v1/me/inbox", 418, "{}")).isNotEmpty();
        assertThat(described.faults("GET", "/api/v1/nothing", 200, "{}")).isNotEmpty();
        assertThat(described.schemaFaults("Severity", "\"mild\"")).isNotEmpty();
        assertThat(described.schemaFaults("Time", "\"yesterday\"")).isNotEmpty();
    }

    /// Pages and probes are no calls of the API.
    private static TreeSet<String> calls(RequestMappingInfo info) {
        TreeSet<String> calls = new TreeSet<>();
        info.getPatternsCondition().getDirectPaths().forEach(path -> add(calls, info, path));
        info.getPatternsCondition()
                .getPatterns()
                .forEach(pattern -> add(calls, info, pattern.getPatternString()));
        return calls;
    }

    private static void add(TreeSet<String> calls, RequestMappingInfo info, String path) {
        if (path.startsWith("/api/") || path.startsWith("/oauth2/") || path.endsWith(".json")) {
            info.getMethodsCondition()
                    .getMethods()
                    .forEach(
                            method -> calls.add(method + " " + path.replaceAll("\\{[^}]+}", "{}")));
        }
    }
}
