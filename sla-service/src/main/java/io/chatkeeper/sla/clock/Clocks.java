package io.chatkeeper.sla.clock;

import io.chatkeeper.contract.SopRef;
import io.chatkeeper.sla.clock.Clock.Stage;
import io.chatkeeper.sla.clock.ClockEvent.*;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// What must be remembered of a subject's clocks in order to decide.
///
/// @param open the clocks that nothing has ended yet, the oldest first
/// @param started the ids of all clocks there ever were, since each starts once; of those that
///   start again the last
/// @param sop the version under which the last clock started
/// @param desk where the chat is, as far as the clocks have heard: where one started, or where the
///   transfer was taken that one was about
record Clocks(
        Map<String, Clock> open, Set<String> started, @Nullable SopRef sop, @Nullable String desk) {
    static final Clocks NONE = new Clocks(Map.of(), Set.of(), null, null);

    Collection<Clock> each() {
        return open.values();
    }

    boolean everStarted(String clockId) {
        return started.contains(clockId);
    }

    /// The number of a clock that starts again and again: of the one that runs, or else of the
    /// next.
    ///
    /// @param name what its ids begin with
    int nextNumber(String name) {
        int last =
                started.stream()
                        .filter(id -> id.startsWith(name))
                        .map(id -> id.substring(name.length()))
                        .filter(rest -> rest.matches("[0-9]{1,9}"))
                        .mapToInt(Integer::parseInt)
                        .max()
                        .orElse(0);
        return open.containsKey(name + last) ? last : last + 1;
    }

    /// When the earliest clock wants to be woken; null for never.
    @Nullable Instant wakeAt() {
        return each().stream()
                .map(Clock::wakeAt)
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    static Clocks evolve(Clocks clocks, ClockEvent event) {
        return switch (event) {
            case ClockStarted e -> clocks.starting(e);
            case ClockWarned e -> clocks.changing(e.clockId(), clock -> clock.in(Stage.WARNED));
            case ClockBreached e ->
                    clocks.changing(
                            e.clockId(),
                            clock -> clock.in(Stage.BREACHED).repeating(0, e.repeatAt()));
            case ClockRepeated e ->
                    clocks.changing(
                            e.clockId(), clock -> clock.repeating(e.number(), e.repeatAt()));
            case ClockSilenced e ->
                    clocks.changing(e.clockId(), clock -> clock.repeating(clock.repeated(), null));
            case ClockPaused e -> clocks.changing(e.clockId(), clock -> clock.standing(e));
            case ClockResumed e -> clocks.changing(e.clockId(), clock -> clock.going(e));
            case ClockBreachWithdrawn e -> clocks.taken(e.clockId()).without(e.clockId());
            case ClockMet e -> clocks.taken(e.clockId()).without(e.clockId());
            case ClockCancelled e -> clocks.without(e.clockId());
        };
    }

    private Clocks starting(ClockStarted event) {
        Map<String, Clock> more = new LinkedHashMap<>(open);
        more.put(event.clockId(), Clock.of(event));
        Set<String> all = new HashSet<>(started);
        if (event.transferId() == null && event.followUpId() == null) {
            all.removeIf(id -> isNumberBefore(id, event.clockId()));
        }
        all.add(event.clockId());
        boolean stays = event.transferId() != null || event.desk() == null;
        return new Clocks(
                Collections.unmodifiableMap(more),
                Set.copyOf(all),
                event.sop(),
                stays ? desk : event.desk());
    }

    /// Who takes a transfer takes the chat to its desk.
    private Clocks taken(String clockId) {
        Clock clock = open.get(clockId);
        return clock == null || clock.rules().transferId() == null
                ? this
                : new Clocks(open, started, sop, clock.rules().desk());
    }

    /// Of a clock that starts again the last number says enough.
    private static boolean isNumberBefore(String id, String next) {
        int dash = next.lastIndexOf('-') + 1;
        return id.startsWith(next.substring(0, dash))
                && id.substring(dash).matches("[0-9]{1,9}")
                && next.substring(dash).matches("[0-9]{1,9}");
    }

    private Clocks changing(String clockId, UnaryOperator<Clock> change) {
        Clock clock = open.get(clockId);
        if (clock == null) {
            throw new IllegalStateException("history is corrupt at " + clockId);
        }
        Map<String, Clock> changed = new LinkedHashMap<>(open);
        changed.put(clockId, change.apply(clock));
        return new Clocks(Collections.unmodifiableMap(changed), started, sop, desk);
    }

    private Clocks without(String clockId) {
        Map<String, Clock> fewer = new LinkedHashMap<>(open);
        fewer.remove(clockId);
        return new Clocks(Collections.unmodifiableMap(fewer), started, sop, desk);
    }
}
