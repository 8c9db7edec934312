package io.chatkeeper.pipeline.kafka;

import java.util.ArrayDeque;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;

/// How far one partition is done without a gap: records finish in any order, the mark moves only
/// past finished ones. Used by the consumer's thread alone; the futures finish elsewhere.
final class Watermark {
    private record Running(long offset, CompletableFuture<Void> done) {}

    private final ArrayDeque<Running> running = new ArrayDeque<>();
    private long committed = -1;

    void add(long offset, CompletableFuture<Void> done) {
        running.add(new Running(offset, done));
    }

    int inFlight() {
        return running.size();
    }

    /// The offset to commit, if the mark has moved since the last call.
    OptionalLong advance() {
        long mark = -1;
        while (!running.isEmpty() && running.peek().done.isDone()) {
            mark = running.poll().offset + 1;
        }
        if (mark <= committed) {
            return OptionalLong.empty();
        }
        committed = mark;
        return OptionalLong.of(mark);
    }
}
