package io.chatkeeper.contract;

/// A public event together with its envelope, as a listener receives it.
public record Recorded(Envelope envelope, PublicEvent event) {}
