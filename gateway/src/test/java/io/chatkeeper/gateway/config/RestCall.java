package io.chatkeeper.gateway.config;

import io.chatkeeper.contract.ChatActs;
import io.chatkeeper.contract.ChatCommand;
import io.chatkeeper.pipeline.Json;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// The request that stands for a command.
///
/// @param path below `/api/v1`
/// @param bulk the act's name for many chats at once; null where there is none
record RestCall(String path, ObjectNode body, @Nullable String bulk) {
    private record Route(String act, boolean bulk, List<String> fields) {}

    private static final Map<String, Route> ROUTES =
            Map.ofEntries(
                    route("post-message", "messages", false, "text", "accountSpecific"),
                    route("transfer", "transfers", true, "toDesk", "toAgent", "context"),
                    route("escalate", "escalations", true, "trigger", "detail", "to"),
                    route("take-over", "takeover", false),
                    route("resolve", "resolution", true, "summary"),
                    route("close", "closure", true),
                    route("classify", "classification", true, "category", "labels", "fields"),
                    route("verify-customer", "verification", false, "method"),
                    route("give-conduct-warning", "conduct-warnings", false),
                    route("promise-follow-up", "follow-ups", true, "what", "owner", "dueAt"),
                    route(
                            "send-customer-update",
                            "customer-updates",
                            true,
                            "text",
                            "accountSpecific"),
                    route("request-approval", "approvals", false, "action", "detail"),
                    route(
                            "decide-approval",
                            "approvals/approval-1/decision",
                            false,
                            "granted",
                            "reason"),
                    route(
                            "take-action",
                            "actions",
                            false,
                            "action",
                            "detail",
                            "confirmed",
                            "approvalId"),
                    route("record-note", "notes", false));

    private static Map.Entry<String, Route> route(
            String word, String act, boolean bulk, String... fields) {
        return Map.entry(word, new Route(act, bulk, List.of(fields)));
    }

    /// Null if no request asks for such a command.
    static @Nullable RestCall of(ChatCommand command) {
        ObjectNode all = (ObjectNode) plain(Json.mapper().valueToTree(command));
        if (command instanceof ChatCommand.OpenAssist) {
            return new RestCall("/assist-requests", (ObjectNode) all.get("request"), null);
        }
        Route route = ROUTES.get(ChatActs.wordOf(command.getClass()));
        if (route == null) {
            return null;
        }
        ObjectNode body = all.retain(route.fields());
        if (command instanceof ChatCommand.EscalateChat escalate && escalate.timeline() != null) {
            body.putObject("inform").put("timeline", escalate.timeline().toString());
        }
        if (command instanceof ChatCommand.RecordNote note) {
            body.put("text", note.note().whole());
        }
        String path = "/chats/" + command.streamId() + "/" + route.act();
        return new RestCall(path, body, route.bulk() ? route.act() : null);
    }

    /// A person's text is a plain text in a request.
    private static JsonNode plain(JsonNode node) {
        if (node instanceof ObjectNode object) {
            if (object.size() == 1 && object.has("plain")) {
                return object.get("plain");
            }
            for (String name : List.copyOf(object.propertyNames())) {
                object.set(name, plain(object.get(name)));
            }
        }
        return node;
    }
}
