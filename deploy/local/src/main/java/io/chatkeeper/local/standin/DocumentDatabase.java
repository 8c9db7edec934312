package io.chatkeeper.local.standin;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.AbstractSynchronizedMongoDatabase;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.oplog.Oplog;
import java.util.List;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.type.ByteArrayDataType;

/// One database: its collections are maps named `documents/<database>.<collection>` of one store.
final class DocumentDatabase extends AbstractSynchronizedMongoDatabase<Object> {

    static final String MAP_PREFIX = "documents/";

    private final MVStore store;

    DocumentDatabase(String name, MVStore store, CursorRegistry cursors) {
        super(name, cursors);
        this.store = store;
        initializeNamespacesAndIndexes();
    }

    private String mapName(String collection) {
        return MAP_PREFIX + getFullCollectionNamespace(collection);
    }

    private MVMap<Object, byte[]> map(String collection) {
        var types =
                new MVMap.Builder<Object, byte[]>()
                        .keyType(KeyType.INSTANCE)
                        .valueType(ByteArrayDataType.INSTANCE);
        return store.openMap(mapName(collection), types);
    }

    @Override
    protected MongoCollection<Object> openOrCreateCollection(
            String collection, CollectionOptions options) {
        return new DocumentCollection(this, collection, options, map(collection), cursorRegistry);
    }

    @Override
    protected Index<Object> openOrCreateUniqueIndex(
            String collection, String name, List<IndexKey> keys, boolean sparse) {
        return isPrimaryKeyIndex(keysAsDocument(keys))
                ? new IdIndex(name, keys, map(collection))
                : new UniqueIndex(name, keys, sparse);
    }

    private static Document keysAsDocument(List<IndexKey> keys) {
        Document document = new Document();
        keys.forEach(key -> document.put(key.getKey(), key.isAscending() ? 1 : -1));
        return document;
    }

    @Override
    public void dropCollection(String collection, Oplog oplog) {
        super.dropCollection(collection, oplog);
        store.removeMap(mapName(collection));
    }

    @Override
    public void moveCollection(MongoDatabase from, MongoCollection<?> collection, String name) {
        String oldName = MAP_PREFIX + collection.getFullName();
        super.moveCollection(from, collection, name);
        store.renameMap(store.openMap(oldName), mapName(name));
    }

    @Override
    protected long getStorageSize() {
        return store.getFileStore().size();
    }

    @Override
    protected long getFileSize() {
        return getStorageSize();
    }
}
