package io.chatkeeper.bench.targets;

import io.chatkeeper.contract.Actor;
import io.chatkeeper.contract.ActorKind;
import io.chatkeeper.contract.Author;
import io.chatkeeper.contract.Customer;
import io.chatkeeper.contract.Envelope;
import io.chatkeeper.contract.PersonalText;
import io.chatkeeper.contract.PublicChatEvent;
import io.chatkeeper.contract.Recorded;
import io.chatkeeper.contract.SopRef;
import io.chatkeeper.contract.Topics;
import io.chatkeeper.contract.WireNames;
import io.chatkeeper.pipeline.Ids;
import io.chatkeeper.pipeline.Json;
import io.chatkeeper.pipeline.kafka.EventFormat;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/// A log of chats that ended long ago, as chat-service would have written it: opened, talked, left.
/// So many chats are alive at a time, and their events lie mixed.
public final class PastEvents {
    /// Events of each chat.
    public static final int OF_EACH = 10;

    private static final SopRef SOP = new SopRef("tidio-loan", 1);
    private static final String TEXT =
            "I sent the documents on Monday; has anybody had a look at them yet?";
    private static final Instant BEGIN = Instant.parse("2026-01-01T00:00:00Z");

    private final EventFormat format = new EventFormat(Json.mapper(), "chat");
    private final Connection connection;

    public PastEvents(Connection connection) {
        this.connection = connection;
    }

    /// Writes them all; returns when the broker has them.
    ///
    /// @param alive chats at a time
    public void write(int chats, int alive) {
        for (int first = 0; first < chats; first += alive) {
            CompletableFuture<?> last = CompletableFuture.completedFuture(null);
            for (int sequence = 1; sequence <= OF_EACH; sequence++) {
                for (int chat = first; chat < Math.min(chats, first + alive); chat++) {
                    last = CompletableFuture.allOf(last, send(id(chat), sequence));
                }
            }
            last.join();
        }
    }

    private CompletableFuture<?> send(String chat, int sequence) {
        PublicChatEvent event =
                sequence == 1
                        ? opened(chat)
                        : sequence == OF_EACH
                                ? new PublicChatEvent.VisitorLeft(chat, "left")
                                : posted(chat, sequence);
        return connection.send(
                format.write(
                        Topics.CHAT_EVENTS, new Recorded(envelope(chat, sequence, event), event)));
    }

    private static String id(int chat) {
        return "chat-past-" + chat;
    }

    private static PublicChatEvent opened(String chat) {
        return new PublicChatEvent.ChatOpened(
                chat,
                chat.substring("chat-".length()),
                "loan",
                SOP,
                "customer-service",
                Customer.unknown(),
                null,
                Map.of());
    }

    private static PublicChatEvent posted(String chat, int sequence) {
        return new PublicChatEvent.MessagePosted(
                chat,
                "message-" + sequence,
                null,
                new Author(ActorKind.VISITOR, null, null),
                new PersonalText(TEXT));
    }

    private static Envelope envelope(String chat, int sequence, PublicChatEvent event) {
        String id = Ids.derived(chat, Integer.toString(sequence)).toString();
        return new Envelope(
                id,
                WireNames.of(event.getClass()),
                chat,
                sequence,
                BEGIN.plusSeconds(sequence),
                chat,
                id,
                id,
                Actor.visitor(chat),
                SOP.toString(),
                null);
    }
}
