package io.chatkeeper.contract;

/// The three kinds of actor that every command and event names.
public enum ActorKind {
    VISITOR,
    AGENT,
    SYSTEM
}
