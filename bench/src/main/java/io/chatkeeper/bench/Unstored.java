package io.chatkeeper.bench;

import io.chatkeeper.bench.load.Target;
import java.util.concurrent.CompletableFuture;

/// A target of which nothing is stored, and so nothing can be checked but that it answers.
record Unstored(Target target) implements Target {
    @Override
    public int streams() {
        return target.streams();
    }

    @Override
    public CompletableFuture<?> submit(int stream) {
        return target.submit(stream);
    }
}
