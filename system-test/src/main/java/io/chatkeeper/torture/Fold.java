package io.chatkeeper.torture;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/// What a chat's document must say, folded from the log by code that shares nothing with the
/// projection.
final class Fold {
    private final List<String> messages = new ArrayList<>();
    private final Map<String, String> transfers = new LinkedHashMap<>();
    private String state = "none";
    private String responsible = "";
    private long sequence;

    static Fold of(List<Entry> log) {
        Fold fold = new Fold();
        log.forEach(fold::take);
        return fold;
    }

    /// Takes the next event.
    void take(Entry entry) {
        sequence = entry.sequence();
        switch (entry.type()) {
            case "opened" -> state = "waiting";
            case "assigned" -> assign(entry);
            case "message-posted" -> post(entry);
            case "transfer-requested" -> {
                transfers.put(entry.text("transferId"), "requested");
                state = "transferring";
            }
            case "transfer-acknowledged" -> {
                transfers.put(entry.text("transferId"), "acknowledged");
                responsible = entry.text("agentId");
                state = "active";
            }
            case "transfer-declined", "transfer-withdrawn", "transfer-returned" -> {
                transfers.put(
                        entry.text("transferId"), entry.type().substring("transfer-".length()));
                state = "active";
            }
            case "taken-over" -> {
                transfers.replaceAll((_, was) -> was.equals("requested") ? "withdrawn" : was);
                responsible = entry.text("agentId");
                state = "active";
            }
            case "resolved", "closed" -> state = entry.type();
            default -> {}
        }
    }

    private void assign(Entry entry) {
        if (entry.text("transferId").isEmpty()) {
            responsible = entry.text("agentId");
            state = "assigned";
        }
    }

    private void post(Entry entry) {
        messages.add(message(entry.text("messageId"), entry.plain("text"), entry.sequence()));
        String kind = entry.data().path("author").path("kind").asString("");
        if (kind.equals("visitor") && state.equals("resolved")
                || kind.equals("agent") && state.equals("assigned")) {
            state = "active";
        }
    }

    String state() {
        return state;
    }

    /// The agent the chat belongs to; empty while it waits for its first.
    String responsible() {
        return responsible;
    }

    /// In one line, to be compared with what a document says.
    @Override
    public String toString() {
        return "%d %s %s %s".formatted(sequence, state, messages, transfers);
    }

    /// The same line from a chat document.
    static String told(JsonNode document) {
        List<String> messages =
                each(document.path("messages"))
                        .map(one ->
                                message(
                                        one.path("messageId").asString(""),
                                        one.path("text").asString(""),
                                        one.path("sequence").asLong()))
                        .toList();
        Map<String, String> transfers = new LinkedHashMap<>();
        each(document.path("transfers"))
                .forEach(one ->
                        transfers.put(
                                one.path("transferId").asString(""),
                                one.path("state").asString("")));
        return "%d %s %s %s"
                .formatted(
                        document.path("sequence").asLong(),
                        document.path("state").asString(""),
                        messages,
                        transfers);
    }

    private static java.util.stream.Stream<JsonNode> each(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false);
    }

    private static String message(String id, String text, long sequence) {
        return sequence + ":" + id + ":" + text;
    }
}
