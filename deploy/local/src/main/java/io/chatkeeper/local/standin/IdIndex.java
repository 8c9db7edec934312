package io.chatkeeper.local.standin;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.DuplicateKeyError;
import java.util.List;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

/// The `_id` index that is the document map itself: it keeps nothing of its own and only says no to
/// a second document with the same key. Queries are answered by the collection.
final class IdIndex extends Index<Object> {

    private final MVMap<Object, byte[]> documents;

    IdIndex(String name, List<IndexKey> keys, MVMap<Object, byte[]> documents) {
        super(name, keys, false);
        this.documents = documents;
    }

    private static Object keyOf(Document document) {
        return Missing.ofNullable(document.get("_id"));
    }

    @Override
    public @Nullable Object getPosition(Document document) {
        Object key = keyOf(document);
        return documents.containsKey(key) ? key : null;
    }

    @Override
    public void checkAdd(Document document, MongoCollection<Object> collection) {
        if (getPosition(document) != null) {
            KeyValue key = new KeyValue(document.get("_id"));
            throw new DuplicateKeyError(this, collection, getKeys(), key);
        }
    }

    @Override
    public void add(Document document, Object position, MongoCollection<Object> collection) {}

    @Override
    public @Nullable Object remove(Document document) {
        return getPosition(document);
    }

    @Override
    public boolean canHandle(Document query) {
        return false;
    }

    @Override
    public Iterable<Object> getPositions(Document query) {
        throw new UnsupportedOperationException("the collection answers queries by _id");
    }

    @Override
    public void checkUpdate(Document before, Document after, MongoCollection<Object> collection) {}

    @Override
    public void updateInPlace(
            Document before, Document after, Object position, MongoCollection<Object> where) {}

    @Override
    public long getCount() {
        return documents.sizeAsLong();
    }

    @Override
    public boolean isEmpty() {
        return false; // Otherwise it would be filled from the map that it is.
    }

    @Override
    public boolean isUnique() {
        return true;
    }

    @Override
    public long getDataSize() {
        return 0;
    }

    @Override
    public void drop() {}
}
