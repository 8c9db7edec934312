package io.chatkeeper.pipeline.lanes;

import io.chatkeeper.contract.Refusal;
import io.chatkeeper.pipeline.journal.Entry;
import io.chatkeeper.pipeline.journal.Snapshot.Effect;
import io.chatkeeper.pipeline.journal.Snapshot.Mark;
import io.chatkeeper.pipeline.journal.Snapshot.Position;
import io.chatkeeper.pipeline.journal.Snapshot.Remembered;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What one stream remembers of its commands, as a fold of its entries (P2): command ids with what
/// they led to, how far each partition has been consumed, and how far each policy has come in each
/// foreign stream.
final class CommandMemory {
    static final int COMMANDS = 4_096;
    static final int POLICY_POSITIONS = 4_096;
    static final int REFUSALS = 1_024;

    /// Partitions that a stream's commands have ever come from: one, until partitions are added or
    /// a topic is made anew.
    static final int MARKS = 16;

    static final Duration COMMAND_AGE = Duration.ofHours(24);

    private record Place(String topicId, int partition) {}

    private record Course(String policy, String streamId) {}

    private final Map<String, Effect> effects = bounded(COMMANDS);
    private final Map<String, Entry.RefusedCommand> refusals = bounded(REFUSALS);
    private final Map<Course, Position> positions = bounded(POLICY_POSITIONS);
    private final Map<Place, Mark> marks = bounded(MARKS);

    /// What a snapshot remembers, to go on from.
    CommandMemory(Remembered remembered) {
        remembered.effects().forEach(effect -> effects.put(effect.commandId(), effect));
        remembered.refusals().forEach(this::remember);
        remembered.positions().forEach(this::remember);
        remembered.marks().forEach(this::remember);
    }

    /// The whole memory, for a snapshot. Commands that are too old to be recalled are left out.
    ///
    /// @param now time of the last entry: the only clock there is here
    Remembered remembered(Instant now) {
        return new Remembered(
                effects.values().stream().filter(effect -> isRecent(effect, now)).toList(),
                List.copyOf(refusals.values()),
                List.copyOf(positions.values()),
                List.copyOf(marks.values()));
    }

    void remember(Entry entry) {
        effects.merge(
                entry.commandId(),
                new Effect(
                        entry.commandId(),
                        entry.fingerprint(),
                        entry.sequence(),
                        entry.sequence(),
                        entry.time()),
                (known, more) ->
                        new Effect(
                                known.commandId(),
                                known.fingerprint(),
                                known.first(),
                                more.last(),
                                known.at()));
        entry.refused().forEach(this::remember);
        Entry.Source source = entry.source();
        remember(new Mark(source.topicId(), source.partition(), source.offset()));
        Entry.Origin origin = entry.origin();
        if (origin != null) {
            remember(
                    new Position(
                            origin.policy(), origin.streamId(), origin.sequence(), origin.index()));
        }
    }

    private void remember(Entry.RefusedCommand refused) {
        refusals.put(refused.commandId(), refused);
    }

    private void remember(Position position) {
        positions.put(new Course(position.policy(), position.streamId()), position);
    }

    private void remember(Mark mark) {
        marks.merge(
                new Place(mark.topicId(), mark.partition()),
                mark,
                (known, more) -> more.offset() > known.offset() ? more : known);
    }

    private static boolean isRecent(Effect effect, Instant now) {
        return effect.at().plus(COMMAND_AGE).isAfter(now);
    }

    Recall recall(CommandRecord command) {
        Effect effect = effects.get(command.commandId());
        if (effect != null && isRecent(effect, command.at())) {
            return effect.fingerprint().equals(command.fingerprint())
                    ? new Recall.Done(effect.first(), effect.last())
                    : new Recall.KeyReused();
        }
        if (redelivered(command)) {
            return new Recall.RefusedBefore(answerOf(command));
        }
        return passed(command) ? new Recall.RefusedBefore(null) : new Recall.Fresh();
    }

    /// At or below the watermark: this very record has been decided before.
    boolean redelivered(CommandRecord command) {
        Entry.Source source = command.source();
        Mark mark = marks.get(new Place(source.topicId(), source.partition()));
        return mark != null && source.offset() <= mark.offset();
    }

    private @Nullable Refusal answerOf(CommandRecord command) {
        Entry.RefusedCommand refused = refusals.get(command.commandId());
        return refused == null ? null : refused.refusal();
    }

    /// A policy has already come further in the foreign stream than this command of it.
    private boolean passed(CommandRecord command) {
        Entry.Origin origin = command.origin();
        if (origin == null) {
            return false;
        }
        Position known = positions.get(new Course(origin.policy(), origin.streamId()));
        return known != null
                && (origin.sequence() < known.sequence()
                        || origin.sequence() == known.sequence()
                                && origin.index() <= known.index());
    }

    /// A map that forgets its oldest entry when it is full.
    static <K, V> Map<K, V> bounded(int limit) {
        return new LinkedHashMap<>() {
            @Override
            protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
                return size() > limit;
            }
        };
    }
}
