package io.chatkeeper.bench.targets;

import io.chatkeeper.bench.load.Target;
import io.chatkeeper.bench.oracle.JournalCheck;
import io.chatkeeper.bench.oracle.Ledger;
import io.chatkeeper.bench.oracle.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
import tools.jackson.databind.JsonNode;

/// Visitors at the gateway, each with one chat. A piece of work is a message, and it is done with
/// the gateway's answer.
public final class Visitors implements Target {
    private static final int OPENED_AT_ONCE = 16;
    private static final String MESSAGE_ID = "message-";
    private static final String TEXT =
            "I sent the documents on Monday; has anybody had a look at them yet?";

    private record Visitor(String chat, String token) {}

    private final Gateway gateway;
    private final List<Visitor> visitors;
    private final AtomicLong messages = new AtomicLong();
    private final Map<String, NavigableMap<Long, String>> answered = new ConcurrentHashMap<>();

    private Visitors(Gateway gateway, List<Visitor> visitors) {
        this.gateway = gateway;
        this.visitors = visitors;
    }

    /// Opens so many chats at a site.
    public static Visitors open(Gateway gateway, String site, int chats)
            throws InterruptedException, ExecutionException {
        Semaphore room = new Semaphore(OPENED_AT_ONCE);
        List<CompletableFuture<Visitor>> opening = new ArrayList<>();
        for (int i = 0; i < chats; i++) {
            room.acquire();
            opening.add(
                    gateway.post("/chats", "", Map.of("site", site))
                            .thenApply(Visitors::visitor)
                            .whenComplete((_, _) -> room.release()));
        }
        List<Visitor> visitors = new ArrayList<>();
        for (CompletableFuture<Visitor> one : opening) {
            visitors.add(one.get());
        }
        return new Visitors(gateway, visitors);
    }

    private static Visitor visitor(JsonNode opened) {
        return new Visitor(
                opened.path("chatId").asString(), opened.path("visitorToken").asString());
    }

    /// The id of a visitor's chat.
    public String chat(int visitor) {
        return visitors.get(visitor).chat;
    }

    @Override
    public int streams() {
        return visitors.size();
    }

    @Override
    public CompletableFuture<?> submit(int visitor) {
        return post(visitor, "m" + messages.incrementAndGet());
    }

    /// Posts under the client's own id of the message.
    CompletableFuture<?> post(int visitor, String clientMessageId) {
        Visitor one = visitors.get(visitor);
        return gateway.post(
                        "/chats/" + one.chat + "/messages",
                        one.token,
                        Map.of("text", TEXT, "clientMessageId", clientMessageId))
                .thenAccept(answer -> acknowledge(one.chat, answer));
    }

    private void acknowledge(String chat, JsonNode answer) {
        String command = answer.path("messageId").asString().substring(MESSAGE_ID.length());
        answered.computeIfAbsent(chat, _ -> new ConcurrentSkipListMap<>())
                .put(answer.path("sequence").asLong(), command);
    }

    /// What was answered, in the order that the answers claim, against what is stored.
    public Verdict verdict(Connection connection) {
        Ledger ledger = new Ledger();
        answered.forEach((chat, commands) ->
                commands.forEach((sequence, command) -> {
                    ledger.sent(chat, command);
                    ledger.acknowledged(command, sequence);
                }));
        return new JournalCheck(connection.journal("chat")).of("chat-", ledger);
    }
}
