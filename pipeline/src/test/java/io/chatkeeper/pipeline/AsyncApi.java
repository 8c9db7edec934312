package io.chatkeeper.pipeline;

import io.chatkeeper.contract.ClockAction;
import io.chatkeeper.contract.PublicAgentEvent;
import io.chatkeeper.contract.PublicChatEvent;
import io.chatkeeper.contract.PublicClockEvent;
import io.chatkeeper.contract.PublicDeskEvent;
import io.chatkeeper.contract.PublicEvent;
import io.chatkeeper.contract.PublicNotesEvent;
import io.chatkeeper.contract.PublicSopEvent;
import io.chatkeeper.contract.Topics;
import io.chatkeeper.contract.WireNames;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.common.FlowStyle;
import tools.jackson.databind.json.JsonMapper;

/// The topics and public events as AsyncAPI 3.0, made from the contract itself.
final class AsyncApi {
    private static final Map<String, List<Class<?>>> TOLD =
            Map.of(
                    Topics.CHAT_EVENTS, List.of(PublicChatEvent.class, PublicSopEvent.class),
                    Topics.ROUTING_EVENTS, List.of(PublicAgentEvent.class, PublicDeskEvent.class),
                    Topics.SLA_EVENTS, List.of(PublicClockEvent.class),
                    Topics.NOTES_EVENTS, List.of(PublicNotesEvent.class));

    private static final String COMMANDS =
            "Between the services; only gateway and policies write here. Keyed by the stream that"
                    + " is to decide. Kept for 7 days.";
    private static final String ANSWERS =
            "Between the services: the outcome of a command, for the gateway that waits for it."
                    + " Kept for 10 minutes.";
    private static final String POISON =
            "Records that nobody could handle, with the header reason. Kept for ever, for those who"
                    + " run the house.";

    private final JsonMapper json = Json.mapper();
    private final Map<String, Object> messages = new TreeMap<>();
    private final Map<String, Object> schemas = new TreeMap<>();

    /// As it is published.
    static String text() {
        DumpSettings style =
                DumpSettings.builder()
                        .setDefaultFlowStyle(FlowStyle.BLOCK)
                        .setDereferenceAliases(true)
                        .setIndicatorIndent(2)
                        .setIndentWithIndicator(true)
                        .setWidth(110)
                        .build();
        return "# Made from the contract; a test says when it has to be made anew.\n"
                + new Dump(style).dumpToString(new AsyncApi().described());
    }

    /// The whole description.
    private Map<String, Object> described() {
        Map<String, Object> channels = new LinkedHashMap<>();
        Map<String, Object> operations = new LinkedHashMap<>();
        for (String topic : Topics.EVENTS) {
            channels.put(topic, eventChannel(topic));
            operations.put("read-" + topic, operation(topic));
        }
        channels.put(Topics.SOPS, sopChannel());
        Topics.COMMANDS.forEach(topic -> channels.put(topic, ours(topic, COMMANDS)));
        channels.put(Topics.REPLIES, ours(Topics.REPLIES, ANSWERS));
        Stream.of(Topics.EVENTS, Topics.COMMANDS)
                .flatMap(List::stream)
                .map(Topics::dead)
                .forEach(topic -> channels.put(topic, ours(topic, POISON)));
        operations.put("read-" + Topics.SOPS, operation(Topics.SOPS));
        schemas.put("Headers", headers());
        return map(
                "asyncapi",
                "3.0.0",
                "info",
                info(),
                "defaultContentType",
                "application/json",
                "channels",
                channels,
                "operations",
                operations,
                "components",
                map("messages", messages, "schemas", schemas));
    }

    private static Map<String, Object> info() {
        return map(
                "title",
                "Chatkeeper events",
                "version",
                "1.0.0",
                "license",
                map("name", "Apache-2.0"),
                "description",
                "What others may read of a Chatkeeper. Events are CloudEvents 1.0 in Kafka's"
                        + " binary mode: the attributes are headers that begin with ce_, the"
                        + " value is JSON. Records of one stream come in the order of their"
                        + " header ce_sequence; after a restart a stretch may come again,"
                        + " with the same ce_id. Events only grow: what is not"
                        + " described here is to be passed over. Command topics and replies"
                        + " are between the services and not for others.");
    }

    private Map<String, Object> eventChannel(String topic) {
        Map<String, Object> names = new TreeMap<>();
        leaves(TOLD.get(topic).stream())
                .forEach(type -> names.put(WireNames.of(type), ref("messages", message(type))));
        return map(
                "address", topic,
                "description", "Keyed by stream. Kept for ever.",
                "messages", names);
    }

    private Map<String, Object> sopChannel() {
        messages.put(
                "SopText",
                map(
                        "title", "A published version of a procedure",
                        "contentType", "application/yaml",
                        "payload", map("type", "string")));
        return map(
                "address",
                Topics.SOPS,
                "description",
                "Every published version of every procedure, as its YAML text; the key is"
                        + " its id, an @ and its version. Kept for ever.",
                "messages",
                map("SopText", ref("messages", "SopText")));
    }

    private static Map<String, Object> ours(String topic, String description) {
        return map("address", topic, "description", description);
    }

    private static Map<String, Object> operation(String topic) {
        return map("action", "receive", "channel", map("$ref", "#/channels/" + topic));
    }

    private String message(Class<?> event) {
        messages.put(
                event.getSimpleName(),
                map(
                        "name", WireNames.of(event),
                        "headers", ref("schemas", "Headers"),
                        "payload", schema(event)));
        return event.getSimpleName();
    }

    /// Every header of the format: FormatsTest holds the format to the same list.
    private static Map<String, Object> headers() {
        Map<String, Object> properties = new LinkedHashMap<>();
        List<String> always = new ArrayList<>();
        HEADERS.forEach((name, optional) -> {
            properties.put(name, map("type", "string"));
            if (!optional) {
                always.add(name);
            }
        });
        return map("type", "object", "required", always, "properties", properties);
    }

    /// The headers of an event, and whether one may be missing.
    static final Map<String, Boolean> HEADERS =
            new TreeMap<>(
                    Map.ofEntries(
                            Map.entry("ce_specversion", false),
                            Map.entry("ce_id", false),
                            Map.entry("ce_type", false),
                            Map.entry("ce_source", false),
                            Map.entry("ce_subject", false),
                            Map.entry("ce_time", false),
                            Map.entry("content-type", false),
                            Map.entry("ce_sequence", false),
                            Map.entry("ce_partitionkey", false),
                            Map.entry("ce_correlationid", false),
                            Map.entry("ce_causationid", false),
                            Map.entry("ce_actorkind", false),
                            Map.entry("ce_actorid", false),
                            Map.entry("ce_actorrole", true),
                            Map.entry("ce_chatid", true),
                            Map.entry("ce_sopversion", true),
                            Map.entry("ce_traceparent", true)));

    private Map<String, Object> schema(Class<?> record) {
        String name = nameOf(record);
        if (!schemas.containsKey(name)) {
            schemas.put(name, Map.of()); // Before its fields, which may be of its own kind.
            Map<String, Object> properties = new LinkedHashMap<>();
            List<String> required = new ArrayList<>();
            for (RecordComponent field : record.getRecordComponents()) {
                properties.put(field.getName(), value(field.getGenericType()));
                if (!field.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
                    required.add(field.getName());
                }
            }
            Map<String, Object> made = map("type", "object");
            if (!required.isEmpty()) {
                made.put("required", required);
            }
            made.put("properties", properties);
            schemas.put(name, made);
        }
        return ref("schemas", name);
    }

    private Map<String, Object> value(Type type) {
        return switch (type) {
            case ParameterizedType generic when generic.getRawType() == List.class ->
                    map("type", "array", "items", value(generic.getActualTypeArguments()[0]));
            case ParameterizedType generic ->
                    map(
                            "type",
                            "object",
                            "additionalProperties",
                            value(generic.getActualTypeArguments()[1]));
            case Class<?> plain when plain == ClockAction.class ->
                    map("anyOf", leaves(Stream.of(plain)).map(this::schema).toList());
            case Class<?> plain when plain.isRecord() -> schema(plain);
            case Class<?> plain when plain.isEnum() -> constants(plain);
            case Class<?> plain -> simple(plain);
            default -> throw new IllegalStateException("no schema of " + type);
        };
    }

    private Map<String, Object> constants(Class<?> type) {
        schemas.put(
                nameOf(type),
                map(
                        "type",
                        "string",
                        "enum",
                        Arrays.stream(type.getEnumConstants())
                                .map(one -> json.convertValue(one, String.class))
                                .toList()));
        return ref("schemas", nameOf(type));
    }

    private static Map<String, Object> simple(Class<?> type) {
        if (type == Instant.class) {
            return map("type", "string", "format", "date-time");
        }
        if (type == Duration.class) {
            return map("type", "string", "format", "duration");
        }
        return map(
                "type",
                switch (type.getSimpleName()) {
                    case "String" -> "string";
                    case "int", "Integer", "long", "Long" -> "integer";
                    case "boolean", "Boolean" -> "boolean";
                    default -> throw new IllegalStateException("no schema of " + type);
                });
    }

    /// Nested records are told apart by what they are nested in, unless that is the family of
    /// events.
    private static String nameOf(Class<?> type) {
        Class<?> outer = type.getEnclosingClass();
        return outer == null || PublicEvent.class.isAssignableFrom(type)
                ? type.getSimpleName()
                : outer.getSimpleName() + type.getSimpleName();
    }

    private static Stream<Class<?>> leaves(Stream<? extends Class<?>> types) {
        return types.flatMap(type ->
                type.isSealed()
                        ? leaves(Arrays.stream(type.getPermittedSubclasses()))
                        : Stream.of(type));
    }

    private static Map<String, Object> ref(String kind, String name) {
        return map("$ref", "#/components/" + kind + "/" + name);
    }

    private static Map<String, Object> map(Object... pairs) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            map.put((String) pairs[i], pairs[i + 1]);
        }
        return map;
    }
}
