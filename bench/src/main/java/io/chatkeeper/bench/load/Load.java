package io.chatkeeper.bench.load;

/// A way of putting work on a target.
public sealed interface Load permits OpenLoop, ClosedLoop, Burst {
    /// Runs to its end and waits for everything it has started.
    Outcome on(Target target) throws InterruptedException;
}
