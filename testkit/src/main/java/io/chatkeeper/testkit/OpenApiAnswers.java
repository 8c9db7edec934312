package io.chatkeeper.testkit;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Holds answers against an OpenAPI 3.1 description: is there such a call, may it answer with that
/// status, and has the body the described shape? Schemas are JSON Schema 2020-12.
public final class OpenApiAnswers {
    private static final String WHERE = "https://chatkeeper.io/openapi.json";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JsonNode description;
    private final SchemaRegistry schemas;

    private OpenApiAnswers(String json) {
        this.description = JSON.readTree(json);
        this.schemas =
                SchemaRegistry.withDefaultDialect(
                        SpecificationVersion.DRAFT_2020_12,
                        builder ->
                                builder.schemas(Map.of(WHERE, json))
                                        .schemaRegistryConfig(
                                                SchemaRegistryConfig.builder()
                                                        .formatAssertionsEnabled(true)
                                                        .build()));
    }

    /// Answers are checked against this description.
    ///
    /// @param json the text of `openapi.json`
    public static OpenApiAnswers described(String json) {
        return new OpenApiAnswers(json);
    }

    /// What is wrong with an answer; empty if it is as described.
    ///
    /// @param method such as `GET`
    /// @param path the path that was called, with or without a query
    /// @param body the body as it was sent; blank for none
    public List<String> faults(String method, String path, int status, String body) {
        return faults(method, path, status, "", body);
    }

    private List<String> faults(
            String method, String path, int status, String sentAs, String body) {
        Optional<String> template = template(path);
        if (template.isEmpty()) {
            return List.of("no path is described that matches " + path);
        }
        JsonNode call = description.at(pointer("paths", template.get(), lower(method)));
        if (call.isMissingNode()) {
            return List.of(method + " " + template.get() + " is not described");
        }
        String answers = pointer("paths", template.get(), lower(method), "responses");
        return described(answers, status)
                .map(answer -> bodyFaults(answer, sentAs, body))
                .orElseGet(
                        () -> List.of(method + " " + template.get() + " may not answer " + status));
    }

    /// Fails with everything that is wrong with an answer.
    public void check(String method, String path, int status, String body) {
        check(method, path, status, "", body);
    }

    /// The same for an answer that may come in several forms.
    ///
    /// @param sentAs its `Content-Type`; empty for the form that is described first
    public void check(String method, String path, int status, String sentAs, String body) {
        List<String> faults = faults(method, path, status, sentAs, body);
        if (!faults.isEmpty()) {
            throw new AssertionError(
                    "%s %s answered %d against its description:%n%s%n%s"
                            .formatted(method, path, status, String.join("\n", faults), body));
        }
    }

    /// What is wrong with a value that is to have the shape of a named schema, such as `Problem`.
    public List<String> schemaFaults(String schema, String value) {
        return faults(pointer("components", "schemas", schema), value);
    }

    /// What is wrong with the examples that stand beside schemas, with where they stand.
    public List<String> exampleFaults() {
        List<String> faults = new ArrayList<>();
        collectExamples("", description, faults);
        return faults;
    }

    /// Every described call, such as `GET /api/v1/me`.
    public TreeSet<String> calls() {
        TreeSet<String> calls = new TreeSet<>();
        description
                .path("paths")
                .properties()
                .forEach(path ->
                        path.getValue().propertyNames().stream()
                                .filter(List.of("get", "put", "post", "delete")::contains)
                                .map(method -> method.toUpperCase(Locale.ROOT))
                                .forEach(method -> calls.add(method + " " + path.getKey())));
        return calls;
    }

    private void collectExamples(String at, JsonNode node, List<String> faults) {
        if (node.has("example") && node.has("schema")) {
            faults(at + "/schema", node.get("example").toString())
                    .forEach(fault -> faults.add(at + ": " + fault));
        }
        if (node.has("examples") && node.get("examples").isArray()) {
            node.get("examples")
                    .forEach(example ->
                            faults(at, example.toString())
                                    .forEach(fault -> faults.add(at + ": " + fault)));
        }
        node.properties()
                .forEach(field ->
                        collectExamples(at + pointer(field.getKey()), field.getValue(), faults));
    }

    /// The pointer to the response of that status: exact, then its class such as `4XX`.
    private Optional<String> described(String answers, int status) {
        for (String key : List.of("" + status, status / 100 + "XX")) {
            String at = answers + pointer(key);
            JsonNode answer = description.at(at);
            if (!answer.isMissingNode()) {
                String reference = answer.path("$ref").asString("");
                return Optional.of(reference.isEmpty() ? at : reference.substring(1));
            }
        }
        return Optional.empty();
    }

    private List<String> bodyFaults(String answer, String sentAs, String body) {
        JsonNode content = description.at(answer).path("content");
        if (content.isEmpty()) {
            return body.isBlank() ? List.of() : List.of("a body is sent where none is described");
        }
        String type =
                sentAs.isBlank()
                        ? content.propertyNames().iterator().next()
                        : sentAs.split(";", 2)[0].strip();
        if (!content.has(type)) {
            return List.of("the body is sent as " + type + ", which is not described");
        }
        return type.endsWith("json")
                ? faults(answer + pointer("content", type, "schema"), body)
                : List.of();
    }

    private List<String> faults(String schema, String value) {
        JsonNode instance;
        try {
            instance = JSON.readTree(value);
        } catch (JacksonException e) {
            return List.of("the body is no JSON");
        }
        Schema known = schemas.getSchema(SchemaLocation.of(WHERE + "#" + schema));
        return known.validate(instance).stream().map(OpenApiAnswers::words).toList();
    }

    private static String words(Error error) {
        return error.getInstanceLocation() + " " + error.getMessage();
    }

    /// The most literal path that matches.
    private Optional<String> template(String path) {
        String plain = path.replaceFirst("\\?.*", "");
        return description.path("paths").propertyNames().stream()
                .filter(template -> plain.matches(template.replaceAll("\\{[^}]+}", "[^/]+")))
                .min(
                        Comparator.comparing(
                                template -> template.chars().filter(c -> c == '{').count()));
    }

    private static String lower(String method) {
        return method.toLowerCase(Locale.ROOT);
    }

    private static String pointer(String... parts) {
        StringBuilder pointer = new StringBuilder();
        for (String part : parts) {
            pointer.append('/').append(part.replace("~", "~0").replace("/", "~1"));
        }
        return pointer.toString();
    }
}
