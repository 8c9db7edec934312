package io.chatkeeper.bench.oracle;

/// An entry of a journal as it lies in the store.
public record Stored(long sequence, String command) {}
