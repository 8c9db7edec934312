package io.chatkeeper.pipeline.config;

/// What is done when a promise can't be kept any more by going on.
public interface FatalStop extends Runnable {}
