package io.chatkeeper.contract;

/// The states of a chat that the outside sees.
public enum ChatState {
    WAITING,
    ASSIGNED,
    ACTIVE,
    TRANSFERRING,
    RESOLVED,
    CLOSED
}
