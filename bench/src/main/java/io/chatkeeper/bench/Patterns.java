package io.chatkeeper.bench;

import io.chatkeeper.pipeline.journal.Entry;
import io.chatkeeper.pipeline.mongo.MongoJournal;

/// What the service itself has stored of a message: bare appends are made like it, so that both
/// have the same shape whatever the service stores.
final class Patterns {
    private Patterns() {}

    /// The last entry of a chat.
    static Entry lastOf(Ground ground, String chat) {
        try (var journal = new MongoJournal(ground.connection().journal("chat"))) {
            return journal.read(chat, 0, Integer.MAX_VALUE).getLast();
        }
    }
}
