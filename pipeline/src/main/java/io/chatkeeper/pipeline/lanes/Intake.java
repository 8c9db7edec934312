package io.chatkeeper.pipeline.lanes;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;

/// Where commands go in, each into the lane of its stream.
public interface Intake {
    /// Puts a command into the lane of its stream. The future completes when everything that came
    /// of it is safely on its topics.
    CompletableFuture<Void> enqueue(CommandRecord command);

    /// Waits until nothing is in the lanes of the streams that go, but no longer than the limit;
    /// then forgets all streams. Called when partitions are taken away.
    void settle(Predicate<String> going, Duration limit);
}
