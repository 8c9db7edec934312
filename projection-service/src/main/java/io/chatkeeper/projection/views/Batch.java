package io.chatkeeper.projection.views;

import io.chatkeeper.contract.Recorded;
import io.chatkeeper.contract.StreamId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// What one batch of events has loaded and changed so far, until it is written as a whole.
final class Batch {
    /// A document of a view.
    record Key(View view, String id) {
        /// A chat's id is its stream id; everything else is named by what follows the kind.
        static Key of(View view, String stream) {
            boolean chat = view.streamKind().equals("chat");
            return new Key(view, chat ? stream : StreamId.subject(stream));
        }
    }

    private final Map<Key, Folded> loaded = new HashMap<>();
    private final Set<Key> begun = new HashSet<>();
    private final Map<Key, Folded> changed = new LinkedHashMap<>();
    private final Map<String, List<Folded>> pages = new LinkedHashMap<>();
    private final Map<String, List<Recorded>> folded = new HashMap<>();

    void load(ViewDocuments store, View view, Set<String> ids) {
        for (String id : ids) {
            Key key = new Key(view, id);
            begun.remove(key);
            loaded.put(key, nothing(id));
        }
        store.load(view.collection(), ids)
                .forEach(found -> loaded.put(new Key(view, found.id()), found));
    }

    static Folded nothing(String id) {
        return new Folded(id, 0, JsonNodeFactory.instance.objectNode());
    }

    @Nullable Folded changed(Key key) {
        return changed.get(key);
    }

    /// The document as this batch found it, if it has looked.
    @Nullable Folded present(Key key) {
        return loaded.get(key);
    }

    /// A stream's first event is coming: what it is folded on needs no look into the store. If it
    /// has come before, the store knows better than what we shall write, as long as that is a fold
    /// without a hole.
    void begin(Key key) {
        if (loaded.putIfAbsent(key, nothing(key.id())) == null) {
            begun.add(key);
        }
    }

    /// Whether the document was folded from the stream's first event on without a look.
    boolean isBegun(Key key) {
        return begun.contains(key);
    }

    boolean isUnwritten() {
        return !changed.isEmpty();
    }

    void change(Key key, Folded after) {
        changed.put(key, after);
        View.Page page = key.view.fullPage(after.document());
        if (page != null) {
            pages.computeIfAbsent(page.collection(), _ -> new ArrayList<>())
                    .add(new Folded(page.id(), after.version(), page.document()));
        }
    }

    /// The event has gone into all views of its stream.
    void folded(Recorded recorded) {
        folded.computeIfAbsent(recorded.envelope().streamId(), _ -> new ArrayList<>())
                .add(recorded);
    }

    /// What this batch has folded of a stream so far.
    List<Recorded> folded(String stream) {
        return folded.getOrDefault(stream, List.of());
    }

    /// Takes back what this batch did to a document.
    void forget(Key key) {
        forgetChange(key);
        loaded.remove(key);
    }

    void forgetChange(Key key) {
        changed.remove(key);
    }

    /// Pages and extracts first: until the document itself is stored, a batch that comes again
    /// makes them again.
    void write(ViewDocuments store, List<View> views) {
        pages.forEach((collection, full) -> store.save(collection, full, List.of()));
        for (View view : views) {
            List<Folded> mine = new ArrayList<>();
            changed.forEach((key, after) -> {
                if (key.view == view) {
                    mine.add(after);
                }
            });
            for (View.Extract extract : view.extracts()) {
                List<Folded> concerned =
                        mine.stream().filter(one -> extract.concerns(one.document())).toList();
                save(store, extract.collection(), concerned, extract::of);
            }
            save(
                    store,
                    view.collection(),
                    mine,
                    document -> view.keeps(document) ? document : null);
        }
    }

    private interface Shown {
        @Nullable ObjectNode of(ObjectNode document);
    }

    private static void save(
            ViewDocuments store, String collection, List<Folded> all, Shown shown) {
        List<Folded> kept = new ArrayList<>();
        List<Folded> gone = new ArrayList<>();
        for (Folded one : all) {
            ObjectNode document = shown.of(one.document());
            if (document == null) {
                gone.add(one);
            } else {
                kept.add(new Folded(one.id(), one.version(), document));
            }
        }
        if (!all.isEmpty()) {
            store.save(collection, kept, gone);
        }
    }

    void clear() {
        loaded.clear();
        begun.clear();
        changed.clear();
        pages.clear();
        folded.clear();
    }
}
