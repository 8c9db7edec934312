package io.chatkeeper.gateway.streams;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Which consoles this gateway sees, and what it has told their agents' records. A console is seen
/// while it reads the stream. Since a connection may be dead long before anybody notices, a console
/// answers heartbeats; one that has begun to and falls silent is seen no longer.
public final class Consoles {
    /// Something to be told about an agent.
    public record Word(String agentId, boolean seen) {}

    private static final class Console {
        private int streams;
        private @Nullable Instant answeredAt;
        private boolean toldSeen;
        private Instant toldAt = Instant.EPOCH;
    }

    private final Map<String, Console> consoles = new HashMap<>();
    private final InstantSource clock;
    private final Duration lease;
    private final Duration silence;

    Consoles(InstantSource clock, PresenceSettings settings) {
        this.clock = clock;
        this.lease = settings.lease();
        this.silence = settings.silence();
    }

    /// A console begins to read its stream.
    synchronized void opened(String agentId) {
        consoles.computeIfAbsent(agentId, _ -> new Console()).streams++;
    }

    /// A console reads its stream no longer.
    synchronized void closed(String agentId) {
        Console console = consoles.get(agentId);
        if (console != null && --console.streams == 0) {
            console.answeredAt = null;
        }
    }

    /// A console has answered a heartbeat.
    synchronized void answered(String agentId) {
        consoles.computeIfAbsent(agentId, _ -> new Console()).answeredAt = clock.instant();
    }

    /// What is to be told now. Each word counts as told until it is said that it was not.
    public synchronized List<Word> due() {
        Instant now = clock.instant();
        List<Word> words = new ArrayList<>();
        consoles.forEach((agentId, console) -> {
            boolean seen = isSeen(console, now);
            boolean renew = seen && !console.toldAt.plus(lease.dividedBy(2)).isAfter(now);
            if (seen != console.toldSeen || renew) {
                console.toldSeen = seen;
                console.toldAt = now;
                words.add(new Word(agentId, seen));
            }
        });
        consoles.values().removeIf(one -> !one.toldSeen && one.streams == 0);
        return words;
    }

    /// The word did not get through; it is due again.
    public synchronized void failed(Word word) {
        Console console = consoles.computeIfAbsent(word.agentId, _ -> new Console());
        console.toldSeen = !word.seen;
        console.toldAt = Instant.EPOCH;
    }

    /// This gateway goes away: what it has to say of every console it has seen.
    public synchronized List<Word> farewell() {
        List<Word> words =
                consoles.entrySet().stream()
                        .filter(one -> one.getValue().toldSeen)
                        .map(one -> new Word(one.getKey(), false))
                        .toList();
        consoles.clear();
        return words;
    }

    private boolean isSeen(Console console, Instant now) {
        Instant answered = console.answeredAt;
        return answered == null ? console.streams > 0 : answered.plus(silence).isAfter(now);
    }
}
