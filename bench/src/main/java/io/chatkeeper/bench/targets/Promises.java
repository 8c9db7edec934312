package io.chatkeeper.bench.targets;

import io.chatkeeper.contract.Actor;
import io.chatkeeper.contract.Envelope;
import io.chatkeeper.contract.PersonalText;
import io.chatkeeper.contract.PublicChatEvent;
import io.chatkeeper.contract.PublicChatEvent.FollowUpCompleted;
import io.chatkeeper.contract.PublicChatEvent.FollowUpPromised;
import io.chatkeeper.contract.Recorded;
import io.chatkeeper.contract.SopRef;
import io.chatkeeper.contract.Topics;
import io.chatkeeper.contract.WireNames;
import io.chatkeeper.pipeline.Ids;
import io.chatkeeper.pipeline.Json;
import io.chatkeeper.pipeline.kafka.EventFormat;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/// Promises to customers, as chat-service tells of them: each has a chat of its own and starts one
/// clock that runs out when the promise is due. What follows from the events is all sla-service's.
public final class Promises {
    /// The procedure whose one clock they start.
    public static final SopRef SOP = new SopRef("clock-bench", 1);

    private static final String PROMISE = "promise";

    private final EventFormat format = new EventFormat(Json.mapper(), "chat");
    private final Connection connection;
    private final Map<String, Instant> dues = new ConcurrentHashMap<>();
    private final Map<String, Instant> done = new ConcurrentHashMap<>();

    public Promises(Connection connection) {
        this.connection = connection;
    }

    /// Gives a promise. The future completes when the broker has it.
    ///
    /// @param chat its id, of which there is no other
    public CompletableFuture<?> give(String chat, Instant due) {
        dues.put(chat, due);
        var event = new FollowUpPromised(chat, PROMISE, new PersonalText("call"), null, due);
        return tell(event, 1, Instant.now());
    }

    /// Does what was promised, now.
    public CompletableFuture<?> complete(String chat) {
        Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        done.put(chat, now);
        return tell(new FollowUpCompleted(chat, PROMISE, "bench", null), 2, now);
    }

    private CompletableFuture<?> tell(PublicChatEvent event, long sequence, Instant at) {
        var recorded = new Recorded(envelope(event, sequence, at), event);
        return connection.send(format.write(Topics.CHAT_EVENTS, recorded));
    }

    private static Envelope envelope(PublicChatEvent event, long sequence, Instant at) {
        String id = Ids.derived(event.chatId(), PROMISE + sequence).toString();
        return new Envelope(
                id,
                WireNames.of(event.getClass()),
                event.chatId(),
                sequence,
                at,
                event.chatId(),
                id,
                id,
                Actor.system("bench"),
                SOP.toString(),
                null);
    }

    /// When each promise that was given is due, by its chat.
    public Map<String, Instant> dues() {
        return Map.copyOf(dues);
    }

    /// Whether what was promised in a chat was done, be it late.
    public boolean isDone(String chat) {
        return done.containsKey(chat);
    }

    /// Whether it was done in time.
    public boolean isKept(String chat) {
        Instant at = done.get(chat);
        return at != null && !at.isAfter(dues.getOrDefault(chat, Instant.MIN));
    }
}
