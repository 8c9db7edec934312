package io.chatkeeper.pipeline.lanes;

import io.chatkeeper.contract.Refusal;
import io.chatkeeper.pipeline.journal.Entry;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/// What one stream remembers of its commands, as a fold of its entries (P2): command ids with what
/// they led to, how far each partition has been consumed, and how far each policy has come in each
/// foreign stream.
final class CommandMemory {
    static final int COMMANDS = 4_096;
    static final int POLICY_POSITIONS = 4_096;
    static final int REFUSALS = 1_024;
    static final Duration COMMAND_AGE = Duration.ofHours(24);

    private record Effect(String fingerprint, long first, long last, Instant at) {}

    private record Place(String topicId, int partition) {}

    private record Position(String policy, String streamId) {}

    private record Step(long sequence, int index) {}

    private final Map<String, Effect> effects = bounded(COMMANDS);
    private final Map<String, Entry.RefusedCommand> refusals = bounded(REFUSALS);
    private final Map<Position, Step> positions = bounded(POLICY_POSITIONS);
    private final Map<Place, Long> watermarks = new HashMap<>();

    void remember(Entry entry) {
        effects.merge(
                entry.commandId(),
                new Effect(entry.fingerprint(), entry.sequence(), entry.sequence(), entry.time()),
                (known, more) -> new Effect(known.fingerprint, known.first, more.last, known.at));
        entry.refused().forEach(refused -> refusals.put(refused.commandId(), refused));
        Entry.Source source = entry.source();
        watermarks.merge(
                new Place(source.topicId(), source.partition()), source.offset(), Math::max);
        if (entry.origin() != null) {
            positions.put(
                    new Position(entry.origin().policy(), entry.origin().streamId()),
                    new Step(entry.origin().sequence(), entry.origin().index()));
        }
    }

    Recall recall(CommandRecord command) {
        Effect effect = effects.get(command.commandId());
        if (effect != null && effect.at.plus(COMMAND_AGE).isAfter(command.at())) {
            return effect.fingerprint.equals(command.fingerprint())
                    ? new Recall.Done(effect.first, effect.last)
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
        Long mark = watermarks.get(new Place(source.topicId(), source.partition()));
        return mark != null && source.offset() <= mark;
    }

    private @org.jspecify.annotations.Nullable Refusal answerOf(CommandRecord command) {
        Entry.RefusedCommand refused = refusals.get(command.commandId());
        return refused == null ? null : refused.refusal();
    }

    /// A policy has already come further in the foreign stream than this command of it.
    private boolean passed(CommandRecord command) {
        Entry.Origin origin = command.origin();
        if (origin == null) {
            return false;
        }
        Step step = positions.get(new Position(origin.policy(), origin.streamId()));
        return step != null
                && (origin.sequence() < step.sequence
                        || origin.sequence() == step.sequence && origin.index() <= step.index);
    }

    private static <K, V> Map<K, V> bounded(int limit) {
        return new LinkedHashMap<>() {
            @Override
            protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
                return size() > limit;
            }
        };
    }
}
