package io.chatkeeper.torture;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import tools.jackson.databind.JsonNode;

/// The evidence of a small run in which everything went well, to be spoiled in one place.
final class GoodRun {
    static final String CHAT = "chat-one";

    final List<Exchange> exchanges = new ArrayList<>();
    final List<Entry> log = new ArrayList<>();
    final List<Entry> topic;
    final List<Evidence.Frame> seen = new ArrayList<>();
    final Map<String, Integer> poisons = new HashMap<>(Map.of("poison", 1));
    final List<Broken> noticed = new ArrayList<>();
    int segments = 1;
    JsonNode document;
    private long order;

    GoodRun() {
        event("opened", "visitor", Map.of("topic", "tago"));
        said("visitor", "taga", "visitor");
        event("assigned", "system", Map.of("agentId", "casey"));
        said("casey", "tagb", "agent");
        said("visitor", "tagc", "visitor");
        event("transfer-requested", "casey", Map.of("transferId", "t", "context", plain("tagt")));
        event("transfer-acknowledged", "lee", Map.of("transferId", "t", "agentId", "lee"));
        said("lee", "tagd", "agent");
        event("closed", "lee", Map.of());
        topic = new ArrayList<>(log);
        log.forEach(entry -> seen.add(new Evidence.Frame(0, entry)));
        opening();
        messages();
        asked("casey", Act.TRANSFER, "tagt", "transfers", Map.of("transferId", "t"));
        asked("lee", Act.ACKNOWLEDGEMENT, "tagk", "transfers/t/acknowledgement", Map.of());
        asked("lee", Act.CLOSURE, "tagz", "closure", Map.of("sequence", 9));
        document = document();
    }

    Evidence evidence() {
        return new Evidence(
                exchanges,
                Map.of(CHAT, log),
                Map.of(CHAT, topic),
                Map.of(CHAT, document),
                List.of(new Evidence.Watched("morgan", "", seen, segments)),
                poisons,
                List.of(),
                noticed);
    }

    List<Promise> broken() {
        return Oracle.judge(evidence()).stream().map(Broken::promise).distinct().toList();
    }

    /// The same list with the element of a sequence changed.
    static void change(List<Entry> entries, int index, UnaryOperator<Entry> change) {
        entries.set(index, change.apply(entries.get(index)));
    }

    void event(String type, String sender, Map<String, ?> content) {
        long sequence = log.size() + 1;
        log.add(new Entry(CHAT, sequence, type, sender, Json.of(content), "log@" + sequence));
    }

    void said(String sender, String tag, String kind) {
        event(
                "message-posted",
                sender,
                Map.of(
                        "messageId",
                        "message-" + tag,
                        "clientMessageId",
                        tag,
                        "text",
                        plain("Line " + tag),
                        "author",
                        Map.of("kind", kind)));
    }

    static Map<String, String> plain(String text) {
        return Map.of("plain", text);
    }

    private void opening() {
        Asked asked =
                new Asked(
                        "tago",
                        "",
                        "visitor",
                        Act.OPEN,
                        "/chats",
                        "key-o",
                        Json.of(Map.of("message", "First")));
        var answer = Json.of(Map.of("chatId", CHAT, "visitorToken", "secret"));
        exchanges.add(new Exchange(asked, List.of(new Reply(++order, 201, answer, false))));
    }

    private void messages() {
        log.stream()
                .filter(entry -> entry.is(Act.MESSAGE))
                .forEach(entry ->
                        asked(
                                entry.sender(),
                                Act.MESSAGE,
                                entry.text("clientMessageId"),
                                "messages",
                                Map.of(
                                        "messageId", entry.text("messageId"),
                                        "sequence", entry.sequence())));
    }

    void asked(String sender, Act act, String tag, String path, Map<String, ?> answer) {
        Asked asked =
                new Asked(
                        tag,
                        CHAT,
                        sender,
                        act,
                        "/chats/" + CHAT + "/" + path,
                        "key-" + tag,
                        Json.of(Map.of("text", "Line " + tag)));
        exchanges.add(
                new Exchange(asked, List.of(new Reply(++order, 201, Json.of(answer), false))));
    }

    /// One more answer to the request with that tag.
    void answered(String tag, int status, Map<String, ?> body) {
        exchanges.replaceAll(one -> {
            if (!one.asked().tag().equals(tag)) {
                return one;
            }
            List<Reply> replies = new ArrayList<>(one.replies());
            replies.add(new Reply(++order, status, Json.of(body), false));
            return new Exchange(one.asked(), replies);
        });
    }

    private JsonNode document() {
        List<Map<String, Object>> messages =
                log.stream()
                        .filter(entry -> entry.is(Act.MESSAGE))
                        .map(entry ->
                                new LinkedHashMap<String, Object>(
                                        Map.of(
                                                "messageId", entry.text("messageId"),
                                                "text", entry.plain("text"),
                                                "sequence", entry.sequence())))
                        .map(one -> (Map<String, Object>) one)
                        .toList();
        return Json.of(
                Map.of(
                        "sequence",
                        log.size(),
                        "state",
                        "closed",
                        "messages",
                        messages,
                        "transfers",
                        List.of(Map.of("transferId", "t", "state", "acknowledged"))));
    }
}
