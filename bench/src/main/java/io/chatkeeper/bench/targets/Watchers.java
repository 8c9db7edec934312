package io.chatkeeper.bench.targets;

import io.chatkeeper.bench.load.Target;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/// The agents' live streams: a piece of work is a visitor's message, and it is done when it has
/// come out of the stream of the agent whose chat it is.
public final class Watchers implements Target, AutoCloseable {
    private static final String POSTED = "event:io.chatkeeper.chat.message-posted.v1";
    private static final String CONTENT = "data:";

    private final Visitors visitors;
    private final AtomicLong messages = new AtomicLong();
    private final Map<String, CompletableFuture<Void>> awaited = new ConcurrentHashMap<>();
    private final AtomicInteger alive = new AtomicInteger();
    private final List<Thread> readers = new ArrayList<>();

    /// @param tokens of the agents
    public Watchers(Gateway gateway, List<String> tokens, Visitors visitors) {
        this.visitors = visitors;
        tokens.forEach(token -> readers.add(Thread.ofVirtual().start(() -> read(gateway, token))));
    }

    /// Whose chats they are.
    public Visitors visitors() {
        return visitors;
    }

    /// How many of the streams have said anything yet.
    public int alive() {
        return alive.get();
    }

    private void read(Gateway gateway, String token) {
        try (Stream<String> lines = gateway.lines("/me/stream", token)) {
            boolean[] posted = {false};
            lines.forEach(line -> {
                if (line.equals("event:snapshot")) {
                    alive.incrementAndGet();
                } else if (line.startsWith("event:")) {
                    posted[0] = line.equals(POSTED);
                } else if (posted[0] && line.startsWith(CONTENT)) {
                    seen(Gateway.JSON.readTree(line.substring(CONTENT.length())));
                }
            });
        } catch (IOException | java.io.UncheckedIOException e) {
            alive.decrementAndGet();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void seen(JsonNode frame) {
        String id = frame.path("data").path("clientMessageId").asString("");
        CompletableFuture<Void> message = awaited.remove(id);
        if (message != null) {
            message.complete(null);
        }
    }

    @Override
    public int streams() {
        return visitors.streams();
    }

    @Override
    public CompletableFuture<?> submit(int visitor) {
        String id = "w" + messages.incrementAndGet();
        var seen = new CompletableFuture<Void>();
        awaited.put(id, seen);
        return CompletableFuture.allOf(seen, visitors.post(visitor, id));
    }

    @Override
    public void close() {
        readers.forEach(Thread::interrupt);
    }
}
