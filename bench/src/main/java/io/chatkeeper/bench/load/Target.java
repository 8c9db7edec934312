package io.chatkeeper.bench.load;

import java.util.concurrent.CompletableFuture;

/// Something measured: it takes one piece of work for one of its streams.
public interface Target {
    /// How many streams may have work in flight, each one piece at a time.
    int streams();

    /// Starts one piece of work. The future completes when it is acknowledged, and fails when it
    /// was refused or lost.
    CompletableFuture<?> submit(int stream);
}
