package io.chatkeeper.projection.views;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.chatkeeper.contract.Recorded;
import io.chatkeeper.contract.StreamId;
import io.chatkeeper.pipeline.StoreUnavailable;
import io.chatkeeper.pipeline.listening.EventHandler;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Folds every event into the views of its stream, and writes what has changed once a batch. A
/// repeated event is recognised by its sequence and changes nothing (P4).
public final class Projector implements EventHandler {
    private static final int DOCUMENTS_CACHED = 5_000;

    private record Key(View view, String id) {}

    private final List<View> views;
    private final ViewDocuments store;
    private final JsonMapper json;
    private final Map<Key, Folded> changed = new LinkedHashMap<>();
    private final Cache<Key, Folded> cache =
            Caffeine.newBuilder().maximumSize(DOCUMENTS_CACHED).build();

    public Projector(List<View> views, ViewDocuments store, JsonMapper json) {
        this.views = List.copyOf(views);
        this.store = store;
        this.json = json;
    }

    @Override
    public void handle(Recorded recorded) {
        String stream = recorded.envelope().streamId();
        for (View view : views) {
            if (view.streamKind().equals(StreamId.kind(stream))) {
                fold(new Key(view, subject(stream)), recorded);
            }
        }
    }

    /// A chat's id is its stream id; everything else is named by what follows the kind.
    private static String subject(String stream) {
        return StreamId.kind(stream).equals("chat") ? stream : StreamId.subject(stream);
    }

    private void fold(Key key, Recorded recorded) {
        long sequence = recorded.envelope().sequence();
        Folded before = present(key, sequence);
        if (sequence <= before.version()) {
            return;
        }
        ObjectNode document = before.document().deepCopy();
        key.view.fold(document, recorded);
        Folded after = new Folded(key.id, sequence, document);
        changed.put(key, after);
        cache.put(key, after);
    }

    /// What this batch has changed is nobody else's. A gap behind a cached document means that
    /// another instance has had the partition meanwhile: the store knows better.
    private Folded present(Key key, long sequence) {
        Folded mine = changed.get(key);
        if (mine != null) {
            return mine;
        }
        Folded cached = cache.getIfPresent(key);
        if (cached != null && sequence <= cached.version() + 1) {
            return cached;
        }
        return store.load(key.view.collection(), List.of(key.id)).stream()
                .findFirst()
                .orElseGet(() -> new Folded(key.id, 0, json.createObjectNode()));
    }

    @Override
    public void finish() {
        try {
            for (View view : views) {
                write(view);
            }
        } catch (StoreUnavailable e) {
            cache.invalidateAll();
            throw e;
        } finally {
            changed.clear();
        }
    }

    private void write(View view) {
        List<Folded> kept = new ArrayList<>();
        List<Folded> gone = new ArrayList<>();
        changed.forEach((key, folded) -> {
            if (key.view == view) {
                (view.keeps(folded.document()) ? kept : gone).add(folded);
            }
        });
        store.save(view.collection(), kept, gone);
    }
}
