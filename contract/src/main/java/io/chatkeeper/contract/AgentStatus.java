package io.chatkeeper.contract;

/// What an agent is doing; chats are offered to `AVAILABLE` agents only (R9, R138).
public enum AgentStatus {
    OFFLINE,
    AVAILABLE,
    BUSY,
    WRAP_UP,
    AWAY
}
