package io.chatkeeper.local;

/// Hears what is going on while the house starts, runs and stops: one short line at a time, from
/// any thread.
@FunctionalInterface
public interface Progress {

    /// A line for a person, without time and line end.
    void say(String line);
}
