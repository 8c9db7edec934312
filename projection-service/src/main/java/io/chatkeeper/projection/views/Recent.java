package io.chatkeeper.projection.views;

import io.chatkeeper.projection.views.Batch.Key;
import java.io.Serial;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The documents that were folded last, for the next event of their streams. For one thread.
final class Recent {
    private static final int DOCUMENTS = 2_000;
    private static final float LOAD = 0.75f;

    private static final class LeastUsedLeaves extends LinkedHashMap<Key, Folded> {
        @Serial private static final long serialVersionUID = 1L;

        LeastUsedLeaves() {
            super(DOCUMENTS, LOAD, true);
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Folded> eldest) {
            return size() > DOCUMENTS;
        }
    }

    private final Map<Key, Folded> documents = new LeastUsedLeaves();

    /// The document that this event belongs on. A gap between the two means that another instance
    /// has had the partition meanwhile: the store knows better.
    @Nullable Folded find(Key key, long sequence) {
        Folded found = documents.get(key);
        return found != null && sequence <= found.version() + 1 ? found : null;
    }

    void put(Key key, Folded folded) {
        documents.put(key, folded);
    }

    void remove(Key key) {
        documents.remove(key);
    }

    void clear() {
        documents.clear();
    }
}
