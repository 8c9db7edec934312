package io.chatkeeper.pipeline.lanes;

import io.chatkeeper.contract.Refusal;
import io.chatkeeper.contract.RefusalKind;
import io.chatkeeper.contract.Refused;
import io.chatkeeper.pipeline.Ids;
import io.chatkeeper.pipeline.journal.Entry;
import io.chatkeeper.pipeline.journal.HashChain;
import io.chatkeeper.pipeline.journal.Journal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Decides the commands of one turn, one after the other, on one stream.
final class TurnDecision {
    /// A single event may be this large; a larger one is poison.
    static final int EVENT_BYTES = 64 * 1024;

    private final LaneStream stream;
    private final Journal journal;
    private final List<Outcome> outcomes = new ArrayList<>();
    private final List<Entry> entries = new ArrayList<>();
    private final Map<String, Outcome.Accepted> thisTurn = new HashMap<>();
    private final List<Entry.RefusedCommand> uncarried;
    private Optional<Wake> wakeAt = Optional.empty();
    private long version;
    private String hash;

    /// When the stream wants to be woken after an accepted command; null for never.
    record Wake(@Nullable Instant at) {}

    /// @param told refusals of earlier turns that no entry carries yet
    TurnDecision(LaneStream stream, Journal journal, List<Entry.RefusedCommand> told) {
        this.stream = stream;
        this.journal = journal;
        this.uncarried = new ArrayList<>(told);
        this.version = stream.end().version();
        this.hash = stream.end().hash();
    }

    List<Outcome> outcomes() {
        return outcomes;
    }

    List<Entry> entries() {
        return entries;
    }

    /// Refusals that still wait for an entry to take them along.
    List<Entry.RefusedCommand> uncarried() {
        return uncarried;
    }

    /// What the aggregate said last, if a command was accepted in this turn.
    Optional<Wake> wakeAt() {
        return wakeAt;
    }

    /// Decides the next command of the turn.
    ///
    /// @throws Breakage if the command breaks; the aggregate can't be trusted any more then
    void next(Decisions.Turn turn, CommandRecord command) {
        outcomes.add(outcome(turn, command));
    }

    /// The command was found to be broken in an earlier run of this turn.
    void broken(CommandRecord command, String reason) {
        outcomes.add(new Outcome.Broken(command, reason));
    }

    private Outcome outcome(Decisions.Turn turn, CommandRecord command) {
        Outcome.Accepted twin = thisTurn.get(command.commandId());
        if (twin != null) {
            return twin.command().fingerprint().equals(command.fingerprint())
                    ? new Outcome.Repeated(command, twin.entries())
                    : keyReused(command);
        }
        return switch (stream.memory().recall(command)) {
            case Recall.Fresh _ -> decide(turn, command);
            case Recall.KeyReused _ -> keyReused(command);
            case Recall.RefusedBefore(var answer) -> new Outcome.Refused(command, answer);
            case Recall.Done done -> again(command, done);
        };
    }

    private Outcome again(CommandRecord command, Recall.Done done) {
        int count = (int) (done.last() - done.first() + 1);
        List<Entry> led = journal.read(stream.id(), done.first() - 1, count);
        return stream.memory().redelivered(command)
                ? new Outcome.Redelivered(command, led)
                : new Outcome.Repeated(command, led);
    }

    private Outcome decide(Decisions.Turn turn, CommandRecord command) {
        if (command.deadline() != null && command.at().isAfter(command.deadline())) {
            return refuse(
                    command,
                    Refusal.of(
                            RefusalKind.EXPIRED,
                            "expired",
                            "The command reached its chat too late and was not carried out."));
        }
        try {
            Outcome.Accepted accepted =
                    new Outcome.Accepted(command, write(command, turn.decide(command)));
            thisTurn.put(command.commandId(), accepted);
            return accepted;
        } catch (Refused refused) {
            return refuse(command, refused.refusal());
        } catch (RuntimeException e) {
            throw new Breakage(command, e);
        }
    }

    private Outcome refuse(CommandRecord command, Refusal refusal) {
        uncarried.add(
                new Entry.RefusedCommand(command.commandId(), command.fingerprint(), refusal));
        return new Outcome.Refused(command, refusal);
    }

    private static Outcome keyReused(CommandRecord command) {
        return new Outcome.Refused(
                command,
                Refusal.of(
                        RefusalKind.KEY_REUSED,
                        "idempotency-key-reused",
                        "This idempotency key was used for another request."));
    }

    private List<Entry> write(CommandRecord command, Decisions.Decided decided) {
        wakeAt = Optional.of(new Wake(decided.wakeAt()));
        List<Entry> written = new ArrayList<>();
        for (int i = 0; i < decided.events().size(); i++) {
            Entry entry = entry(command, decided, i);
            written.add(entry);
            hash = entry.hash();
            version = entry.sequence();
        }
        entries.addAll(written);
        return written;
    }

    private Entry entry(CommandRecord command, Decisions.Decided decided, int index) {
        Decisions.Written event = decided.events().get(index);
        if (Entry.sizeOf(event.json()) > EVENT_BYTES) {
            throw new IllegalStateException("event larger than " + EVENT_BYTES + " bytes");
        }
        Entry bare =
                new Entry(
                        Ids.derived(stream.id(), command.commandId(), "" + index).toString(),
                        event.type(),
                        version + 1,
                        command.at(),
                        command.actor(),
                        command.commandId(),
                        command.fingerprint(),
                        command.correlationId(),
                        command.causationId(),
                        command.source(),
                        command.origin(),
                        decided.sop() == null ? null : decided.sop().toString(),
                        decided.wakeAt(),
                        command.traceparent(),
                        index == 0 ? takeUncarried() : List.of(),
                        event.json(),
                        "");
        return bare.chained(HashChain.next(hash, bare));
    }

    /// Every refusal that no entry carries yet, so that whatever lies before an entry on the topic
    /// has its answer kept with it at the latest.
    private List<Entry.RefusedCommand> takeUncarried() {
        List<Entry.RefusedCommand> taken = List.copyOf(uncarried);
        uncarried.clear();
        return taken;
    }

    /// A command that broke its handler, with the cause.
    static final class Breakage extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final transient CommandRecord command;

        Breakage(CommandRecord command, RuntimeException cause) {
            super(cause);
            this.command = command;
        }

        CommandRecord command() {
            return command;
        }

        /// Class and place, never the message: it may quote what a person wrote.
        String reason() {
            Throwable cause = Objects.requireNonNull(getCause());
            @Nullable StackTraceElement place =
                    cause.getStackTrace().length == 0 ? null : cause.getStackTrace()[0];
            return cause.getClass().getName() + (place == null ? "" : " at " + place);
        }
    }
}
