package io.chatkeeper.projection.views;

import io.chatkeeper.contract.Recorded;
import io.chatkeeper.contract.StreamId;
import io.chatkeeper.pipeline.listening.EventHandler;
import io.chatkeeper.projection.views.Batch.Key;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Folds every event into the views of its stream. A batch reads what it needs at once and writes
/// what it has changed at once. A repeated event is recognised by its sequence and changes nothing
/// (P4).
public final class Projector implements EventHandler {
    private final List<View> views;
    private final Map<String, List<View>> byKind;
    private final ViewDocuments store;
    private final Batch batch = new Batch();
    private final Recent recent = new Recent();

    public Projector(List<View> views, ViewDocuments store) {
        this.views = List.copyOf(views);
        this.byKind = views.stream().collect(Collectors.groupingBy(View::streamKind));
        this.store = store;
    }

    @Override
    public void prepare(List<Recorded> coming) {
        if (batch.isUnwritten()) {
            recent.clear();
        }
        batch.clear();
        Map<View, Set<String>> wanted = new LinkedHashMap<>();
        for (Recorded recorded : coming) {
            long sequence = recorded.envelope().sequence();
            for (View view : viewsOf(recorded)) {
                Key key = Key.of(view, recorded.envelope().streamId());
                if (sequence == 1) {
                    batch.begin(key);
                } else if (batch.present(key) == null && recent.find(key, sequence) == null) {
                    wanted.computeIfAbsent(view, _ -> new LinkedHashSet<>()).add(key.id());
                }
            }
        }
        wanted.forEach((view, ids) -> batch.load(store, view, ids));
    }

    @Override
    public void handle(Recorded recorded) {
        for (View view : viewsOf(recorded)) {
            fold(Key.of(view, recorded.envelope().streamId()), recorded);
        }
        batch.folded(recorded);
    }

    private List<View> viewsOf(Recorded recorded) {
        return byKind.getOrDefault(StreamId.kind(recorded.envelope().streamId()), List.of());
    }

    private void fold(Key key, Recorded recorded) {
        long sequence = recorded.envelope().sequence();
        Folded before = present(key, sequence);
        if (sequence <= before.version()) {
            return;
        }
        try {
            key.view().fold(before.document(), recorded);
        } catch (RuntimeException poison) {
            undo(key, recorded.envelope().streamId());
            throw poison;
        }
        keep(key, new Folded(key.id(), sequence, before.document()));
    }

    private Folded present(Key key, long sequence) {
        Folded known = known(key, sequence);
        if (known == null) {
            return stored(key);
        }
        boolean hole = sequence > known.version() + 1;
        return hole && batch.isBegun(key) ? whole(key, known) : known;
    }

    private @Nullable Folded known(Key key, long sequence) {
        Folded mine = batch.changed(key);
        Folded known = mine != null ? mine : recent.find(key, sequence);
        return known != null ? known : batch.present(key);
    }

    /// A stream that comes again from its start need not come whole: what another has published of
    /// it before may be left out. Then the store has got further than we, and goes first.
    private Folded whole(Key key, Folded known) {
        Folded found = stored(key);
        if (found.version() <= known.version()) {
            return known;
        }
        batch.forgetChange(key);
        return found;
    }

    private Folded stored(Key key) {
        batch.load(store, key.view(), Set.of(key.id()));
        @Nullable Folded found = batch.present(key);
        return found != null ? found : Batch.nothing(key.id());
    }

    private void keep(Key key, Folded after) {
        batch.change(key, after);
        recent.put(key, after);
    }

    /// Poison may have left the document half changed: it is read again, and folded again as far as
    /// this batch had come.
    private void undo(Key key, String stream) {
        batch.forget(key);
        recent.remove(key);
        Folded again = stored(key);
        for (Recorded recorded : batch.folded(stream)) {
            long sequence = recorded.envelope().sequence();
            if (sequence > again.version()) {
                key.view().fold(again.document(), recorded);
                again = new Folded(key.id(), sequence, again.document());
                keep(key, again);
            }
        }
    }

    @Override
    public void finish() {
        try {
            batch.write(store, views);
        } catch (RuntimeException e) {
            recent.clear();
            throw e;
        } finally {
            batch.clear();
        }
    }
}
