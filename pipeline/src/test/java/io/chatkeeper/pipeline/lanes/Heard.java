package io.chatkeeper.pipeline.lanes;

import io.chatkeeper.contract.Refusal;
import io.chatkeeper.pipeline.journal.Entry;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/// An outlet that writes down what it is told: `event 1`, `reply a: 1`, `reply b: not-today`,
/// `buried c`, `wake …`.
final class Heard implements Outlet {
    private final List<String> lines = new CopyOnWriteArrayList<>();
    private int silenced;

    /// Everything told so far; forgets it.
    List<String> take() {
        List<String> taken = List.copyOf(lines);
        lines.clear();
        return taken;
    }

    @Override
    public CompletableFuture<?> accepted(
            CommandRecord command, long sequence, List<Entry> entries) {
        entries.forEach(entry -> told("event " + entry.sequence()));
        return repeated(command, sequence, entries);
    }

    @Override
    public CompletableFuture<?> repeated(
            CommandRecord command, long sequence, List<Entry> entries) {
        List<Long> sequences = entries.stream().map(Entry::sequence).toList();
        return told("reply " + command.commandId() + ": " + sequences);
    }

    @Override
    public CompletableFuture<?> refused(CommandRecord command, Refusal refusal) {
        return told("reply " + command.commandId() + ": " + refusal.code());
    }

    @Override
    public CompletableFuture<?> bury(CommandRecord command, String reason) {
        return told("buried " + command.commandId());
    }

    /// How often a timer was taken away.
    int silenced() {
        return silenced;
    }

    @Override
    public void wake(String streamId, @Nullable Instant at) {
        if (at == null) {
            silenced++;
        } else {
            told("wake " + at);
        }
    }

    private CompletableFuture<?> told(String line) {
        lines.add(line);
        return CompletableFuture.completedFuture(null);
    }
}
