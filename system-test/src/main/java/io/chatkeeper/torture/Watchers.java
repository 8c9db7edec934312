package io.chatkeeper.torture;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/// The live streams somebody reads during a round: a lead's, who sees everything, and those of the
/// first visitors.
final class Watchers implements AutoCloseable {
    private static final int VISITORS = 6;

    private final Gateway gateway;
    private final List<LiveStream> streams = new ArrayList<>();
    private int visitors;

    Watchers(Gateway gateway) {
        this.gateway = gateway;
    }

    synchronized void agent(String user) {
        open(user, "/me/stream", "", () -> gateway.tokenOf(user));
    }

    synchronized void visitor(String chatId, Party visitor) {
        if (visitors++ < VISITORS) {
            open("visitor of " + chatId, "/chats/" + chatId + "/stream", chatId, visitor::token);
        }
    }

    private void open(String name, String path, String chatId, Supplier<String> token) {
        streams.add(new LiveStream(gateway, name, path, chatId, token));
    }

    synchronized List<LiveStream> streams() {
        return List.copyOf(streams);
    }

    @Override
    public synchronized void close() {
        streams.forEach(LiveStream::close);
    }
}
