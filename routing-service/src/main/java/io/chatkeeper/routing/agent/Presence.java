package io.chatkeeper.routing.agent;

import io.chatkeeper.contract.AgentStatus;
import io.chatkeeper.contract.Patience;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Whether the agent's console can be seen. Of an agent whose console has never been seen nothing
/// is concluded: they may work without one.
///
/// @param seen until when the word of each gateway holds that sees it
/// @param patience how long is waited, as a gateway said last; null if none ever did
/// @param awayAt when the agent counts as away, once nobody sees it
/// @param giveBackAt when the agent's chats go back to the line
/// @param before what the agent was doing before they went missing; null if they are not missing
record Presence(
        Map<String, Instant> seen,
        @Nullable Patience patience,
        @Nullable Instant awayAt,
        @Nullable Instant giveBackAt,
        @Nullable AgentStatus before) {
    static final Presence UNKNOWN = new Presence(Map.of(), null, null, null, null);

    Presence {
        seen = Map.copyOf(seen);
    }

    Presence seenBy(String gateway, Instant until, Patience said) {
        Map<String, Instant> next = new HashMap<>(seen);
        next.put(gateway, until);
        return new Presence(next, said, null, null, before);
    }

    Presence lostBy(String gateway, @Nullable Instant away, @Nullable Instant giveBack) {
        Map<String, Instant> next = new HashMap<>(seen);
        next.remove(gateway);
        return new Presence(next, patience, away, giveBack, before);
    }

    Presence missing(AgentStatus was) {
        return new Presence(seen, patience, null, giveBackAt, was);
    }

    /// Somebody has said what the agent is doing: there is nothing left to be restored.
    Presence restored() {
        return new Presence(seen, patience, awayAt, giveBackAt, null);
    }

    Presence gaveBack() {
        return new Presence(seen, patience, awayAt, null, before);
    }

    /// Whether another gateway than this one sees the console.
    boolean isSeenBeside(String gateway) {
        return seen.keySet().stream().anyMatch(other -> !other.equals(gateway));
    }

    /// The gateways whose word holds no longer, in a fixed order.
    List<String> expired(Instant now) {
        return seen.entrySet().stream()
                .filter(one -> !one.getValue().isAfter(now))
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }

    boolean isAwayAt(Instant now) {
        return awayAt != null && !awayAt.isAfter(now);
    }

    boolean givesBackAt(Instant now) {
        return giveBackAt != null && !giveBackAt.isAfter(now);
    }

    /// When the next of these times comes.
    @Nullable Instant next() {
        Instant next = sooner(awayAt, giveBackAt);
        for (Instant until : seen.values()) {
            next = sooner(next, until);
        }
        return next;
    }

    private static @Nullable Instant sooner(@Nullable Instant one, @Nullable Instant other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.isBefore(other) ? one : other;
    }
}
