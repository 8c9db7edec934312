package io.chatkeeper.pipeline.lanes;

import io.chatkeeper.contract.WireNames;
import io.chatkeeper.pipeline.Pause;
import io.chatkeeper.pipeline.StoreUnavailable;
import io.chatkeeper.pipeline.journal.Append;
import io.chatkeeper.pipeline.journal.Entry;
import io.chatkeeper.pipeline.journal.Journal;
import io.chatkeeper.pipeline.journal.JournalConflict;
import io.chatkeeper.sop.UnknownSopVersion;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One turn of a lane: everything that waits for a stream is decided in one unit of work, appended
/// at once, then published and answered strictly in command order, new and repeated ones alike.
final class LaneTurn {
    private static final Logger LOG = LoggerFactory.getLogger(LaneTurn.class);
    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofMillis(200);

    /// An SOP version that was published is on its way to every service; one that does not come for
    /// this long was never published, and who asks for it may not hold up its partition for ever.
    private static final Duration PATIENCE_FOR_SOP = Duration.ofMinutes(10);

    private static final CompletableFuture<?> NOTHING_TO_TELL =
            CompletableFuture.completedFuture(null);

    /// One that breaks is not rung again and again; whoever takes the partition next tries anew.
    private static final String WAKE_UP = WireNames.WAKE_UP.wireName();

    private final Streams streams;
    private final Journal journal;
    private final Decisions decisions;
    private final Outlet outlet;
    private final Pause pause;
    private final Runnable beat;

    /// @param beat called at each attempt, as a sign of life
    LaneTurn(
            Streams streams,
            Journal journal,
            Decisions decisions,
            Outlet outlet,
            Pause pause,
            Runnable beat) {
        this.streams = streams;
        this.journal = journal;
        this.decisions = decisions;
        this.outlet = outlet;
        this.pause = pause;
        this.beat = beat;
    }

    /// Carries out the turn; returns one future a command, complete when everything that came of it
    /// is safely on its topics. Waits as long as the store is away.
    List<CompletableFuture<?>> run(String streamId, List<CommandRecord> commands)
            throws InterruptedException {
        Map<CommandRecord, String> broken = new HashMap<>();
        Duration patience = PATIENCE_FOR_SOP;
        while (true) {
            beat.run();
            try {
                return attempt(streamId, commands, broken);
            } catch (TurnDecision.Breakage breakage) {
                streams.forget(streamId);
                if (breakage.getCause() instanceof UnknownSopVersion missing
                        && patience.isPositive()) {
                    LOG.info("waiting for an SOP: stream={} sop={}", streamId, missing.ref());
                    pause.of(PAUSE_AFTER_FAILURE);
                    patience = patience.minus(PAUSE_AFTER_FAILURE);
                } else {
                    broken.put(breakage.command(), breakage.reason());
                    report(streamId, breakage);
                }
            } catch (JournalConflict conflict) {
                streams.forget(streamId);
                LOG.info("stream moved on, deciding again: stream={}", streamId);
            } catch (StoreUnavailable unavailable) {
                streams.forget(streamId);
                LOG.warn("journal unavailable, trying again: stream={}", streamId, unavailable);
                pause.of(PAUSE_AFTER_FAILURE);
            }
        }
    }

    private static void report(String streamId, TurnDecision.Breakage breakage) {
        LOG.atError()
                .addKeyValue("correlation", breakage.command().correlationId())
                .addKeyValue("command", breakage.command().commandId())
                .log(
                        "command broke its handler: stream={} type={} correlation={} reason={}",
                        streamId,
                        breakage.command().type(),
                        breakage.command().correlationId(),
                        breakage.reason());
        LOG.debug("what may quote people is for debugging only", breakage.getCause());
    }

    private List<CompletableFuture<?>> attempt(
            String streamId, List<CommandRecord> commands, Map<CommandRecord, String> broken) {
        LaneStream stream = streams.get(streamId);
        if (stream.end().isFull()) {
            leaveBucket(stream);
        }
        TurnDecision decision =
                decisions.inOneUnitOfWork(stream, turn -> decide(stream, turn, commands, broken));
        if (decision.entries().isEmpty()) {
            confirm(stream, decision.outcomes());
            armAgain(stream, decision.outcomes());
            decision.wakeAt().ifPresent(wake -> outlet.wake(stream.id(), wake.at()));
        } else {
            append(stream, decision.entries());
        }
        streams.told().put(streamId, decision.uncarried());
        return tell(stream, decision.outcomes());
    }

    /// Stores a snapshot before the next bucket gets its first event. An aggregate that can't be
    /// written down costs time at the next load, never a command.
    private void leaveBucket(LaneStream stream) {
        journal.keep(stream.id(), stream.snapshotOf(stateOf(stream)));
        stream.rolled();
    }

    private Decisions.State stateOf(LaneStream stream) {
        try {
            return decisions.stateOf(stream);
        } catch (RuntimeException e) {
            LOG.error("state can't be kept, it will be folded anew: stream={}", stream.id(), e);
            return Decisions.State.NONE;
        }
    }

    private TurnDecision decide(
            LaneStream stream,
            Decisions.Turn turn,
            List<CommandRecord> commands,
            Map<CommandRecord, String> broken) {
        TurnDecision decision = new TurnDecision(stream, journal, streams.told().of(stream.id()));
        for (CommandRecord command : commands) {
            String reason = broken.get(command);
            if (reason != null) {
                decision.broken(command, reason);
            } else {
                decision.next(turn, command);
            }
        }
        return decision;
    }

    private void append(LaneStream stream, List<Entry> entries) {
        Append append = new Append(stream.id(), stream.end(), entries);
        try {
            journal.append(append).join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
        stream.appended(append);
        streams.keep(stream);
        outlet.wake(stream.id(), entries.getLast().wakeAt());
    }

    /// An earlier life's write may have landed after this life had read its timers: only the
    /// command's coming again tells of it.
    private void armAgain(LaneStream stream, List<Outcome> outcomes) {
        for (Outcome outcome : outcomes) {
            if (outcome instanceof Outcome.Redelivered(_, var entries)
                    && entries.getLast().sequence() == stream.end().version()) {
                outlet.wake(stream.id(), entries.getLast().wakeAt());
            }
        }
    }

    /// What is decided without writing anything can't collide with another writer, so it asks
    /// first: on a state that is out of date a refusal, or finding nothing to do, may be wrong.
    private void confirm(LaneStream stream, List<Outcome> outcomes) {
        boolean decided = outcomes.stream().anyMatch(LaneTurn::dependsOnState);
        if (decided && !journal.endsAt(stream.id(), stream.end())) {
            throw new JournalConflict(stream.id());
        }
    }

    private static boolean dependsOnState(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Refused _, Outcome.Accepted _ -> true;
            case Outcome.Repeated _, Outcome.Redelivered _, Outcome.Broken _ -> false;
        };
    }

    private List<CompletableFuture<?>> tell(LaneStream stream, List<Outcome> outcomes) {
        List<CompletableFuture<?>> told = new ArrayList<>(outcomes.size());
        for (Outcome outcome : outcomes) {
            told.add(tell(stream, outcome));
        }
        return told;
    }

    private CompletableFuture<?> tell(LaneStream stream, Outcome outcome) {
        return switch (outcome) {
            case Outcome.Accepted(var command, var entries) ->
                    outlet.accepted(command, sequence(stream, entries), entries);
            case Outcome.Redelivered(var command, var entries) ->
                    outlet.accepted(command, sequence(stream, entries), entries);
            case Outcome.Repeated(var command, var entries) ->
                    outlet.repeated(command, sequence(stream, entries), entries);
            case Outcome.Refused(var command, var refusal) ->
                    refusal == null ? NOTHING_TO_TELL : outlet.refused(command, refusal);
            case Outcome.Broken(var command, var reason) -> bury(stream, command, reason);
        };
    }

    private CompletableFuture<?> bury(LaneStream stream, CommandRecord command, String reason) {
        if (command.type().equals(WAKE_UP)) {
            outlet.wake(stream.id(), null);
        }
        return outlet.bury(command, reason);
    }

    private static long sequence(LaneStream stream, List<Entry> entries) {
        return entries.isEmpty() ? stream.end().version() : entries.getLast().sequence();
    }
}
