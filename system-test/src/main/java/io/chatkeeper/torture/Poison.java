package io.chatkeeper.torture;

import io.chatkeeper.contract.Topics;

/// The kinds of poison that P8 speaks of.
enum Poison {
    /// A record on the command topic that is no command.
    UNREADABLE_COMMAND(Topics.CHAT_COMMANDS),
    /// A command that can be read and breaks whoever carries it out.
    BREAKING_COMMAND(Topics.CHAT_COMMANDS),
    /// A record on an event topic that is no event.
    UNREADABLE_EVENT(Topics.CHAT_EVENTS);

    private final String topic;

    Poison(String topic) {
        this.topic = topic;
    }

    String topic() {
        return topic;
    }
}
