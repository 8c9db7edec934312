package io.chatkeeper.local.standin;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.AbstractSynchronizedMongoCollection;
import de.bwaldvogel.mongo.backend.ArrayFilters;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.DocumentWithPosition;
import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.backend.QueryResult;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.oplog.Oplog;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.h2.mvstore.Cursor;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

/// One collection: a map from `_id` to BSON bytes. The position of a document is its key, so the
/// map is its own `_id` index; queries that name `_id`, alone or beside other conditions, and those
/// sorted by it, walk only the stretch they need.
final class DocumentCollection extends AbstractSynchronizedMongoCollection<Object> {

    private final MVMap<Object, byte[]> documents;

    DocumentCollection(
            MongoDatabase database,
            String name,
            CollectionOptions options,
            MVMap<Object, byte[]> documents,
            CursorRegistry cursors) {
        super(database, name, options, cursors);
        this.documents = documents;
    }

    @Override
    protected QueryResult queryDocuments(
            Document query,
            @Nullable Document orderBy,
            int skip,
            int limit,
            int batchSize,
            @Nullable Document fields) {
        KeySpan span = "_id".equals(getIdField()) ? KeySpan.of(query) : new KeySpan.Everything();
        IdOrder order = IdOrder.of(orderBy);
        boolean anotherIndexIsBetter =
                span instanceof KeySpan.Everything
                        && (order == IdOrder.NONE
                                || getIndexes().stream().anyMatch(i -> i.canHandle(query)));
        if (anotherIndexIsBetter) {
            return super.queryDocuments(query, orderBy, skip, limit, batchSize, fields);
        }
        @Nullable Document stillToSort = order == IdOrder.NONE ? orderBy : null;
        Stream<Document> found =
                decoded(stored(span, order == IdOrder.DESCENDING), query, orderBy, fields);
        return matchDocumentsFromStream(found, query, stillToSort, skip, limit, batchSize, fields);
    }

    /// Decodes no more than the answer needs. The caller still filters by the whole query.
    private Stream<Document> decoded(
            Stream<byte[]> stored,
            Document query,
            @Nullable Document orderBy,
            @Nullable Document fields) {
        Optional<Set<String>> enough = Roots.ofQuery(query, orderBy, fields);
        if (enough.isPresent()) {
            return stored.map(bytes -> BsonBytes.decode(bytes, enough.get()));
        }
        Optional<Set<String>> looksAt =
                Roots.ofQuery(query).filter(names -> !Set.of("_id").containsAll(names));
        return looksAt.map(names -> stored.filter(bytes -> matches(bytes, names, query)))
                .orElse(stored)
                .map(BsonBytes::decode);
    }

    private boolean matches(byte[] stored, Set<String> looksAt, Document query) {
        return documentMatchesQuery(BsonBytes.decode(stored, looksAt), query);
    }

    private Stream<byte[]> stored(KeySpan span, boolean descending) {
        return switch (span) {
            case KeySpan.Everything _ -> stretch(null, null, descending);
            case KeySpan.Range(var from, var to) -> stretch(from, to, descending);
            case KeySpan.Points(var keys) ->
                    keys.stream()
                            .sorted((a, b) -> order(a, b, descending))
                            .filter(new Unrepeated())
                            .map(documents::get)
                            .filter(bytes -> bytes != null);
        };
    }

    private static int order(Object left, Object right, boolean descending) {
        int ascending = KeyType.INSTANCE.compare(left, right);
        return descending ? -ascending : ascending;
    }

    private Stream<byte[]> stretch(@Nullable Object from, @Nullable Object to, boolean descending) {
        Cursor<Object, byte[]> cursor =
                descending ? documents.cursor(to, from, true) : documents.cursor(from, to, false);
        var walk = Spliterators.spliteratorUnknownSize(cursor, Spliterator.ORDERED);
        return StreamSupport.stream(walk, false).map(_ -> cursor.getValue());
    }

    @Override
    protected QueryResult matchDocuments(
            Document query,
            @Nullable Document orderBy,
            int skip,
            int limit,
            int batchSize,
            @Nullable Document fields) {
        Stream<byte[]> all = stretch(null, null, isNaturalDescending(orderBy));
        Stream<Document> found = decoded(all, query, orderBy, fields);
        return matchDocumentsFromStream(found, query, orderBy, skip, limit, batchSize, fields);
    }

    @Override
    public synchronized Document updateDocuments(
            Document selector,
            Document update,
            ArrayFilters arrayFilters,
            boolean multi,
            boolean upsert,
            Oplog oplog) {
        @Nullable Document done = multi ? null : spliced(selector, update);
        return done != null
                ? done
                : super.updateDocuments(selector, update, arrayFilters, multi, upsert, oplog);
    }

    /// Changes the one document in its bytes; null when the general way must do it.
    private @Nullable Document spliced(Document selector, Document update) {
        if (!(KeySpan.of(selector) instanceof KeySpan.Points(var keys))
                || keys.size() != 1
                || !getIndexes().stream().allMatch(IdIndex.class::isInstance)) {
            return null;
        }
        byte[] stored = documents.get(keys.getFirst());
        Optional<Set<String>> looksAt = Roots.ofQuery(selector);
        if (stored == null || looksAt.isEmpty() || !matches(stored, looksAt.get(), selector)) {
            return null;
        }
        Optional<byte[]> changed = Splice.of(update).flatMap(splice -> splice.applied(stored));
        return changed.map(bytes -> put(keys.getFirst(), stored, bytes)).orElse(null);
    }

    private Document put(Object key, byte[] before, byte[] after) {
        boolean same = Arrays.equals(before, after);
        if (!same) {
            documents.put(key, after);
        }
        return new Document("n", 1).append("nModified", same ? 0 : 1);
    }

    @Override
    protected Object addDocumentInternal(Document document) {
        Object key =
                getIdField() == null
                        ? UUID.randomUUID()
                        : Missing.ofNullable(document.get(getIdField()));
        byte[] previous = documents.put(key, BsonBytes.encode(document));
        if (previous != null) {
            throw new IllegalStateException("a document was overwritten in " + this);
        }
        return key;
    }

    @Override
    protected void handleUpdate(Object position, Document before, Document after) {
        documents.put(position, BsonBytes.encode(after));
    }

    @Override
    protected void removeDocument(Object position) {
        documents.remove(position);
    }

    @Override
    protected Document getDocument(Object position) {
        return BsonBytes.decode(Objects.requireNonNull(documents.get(position)));
    }

    @Override
    protected Stream<DocumentWithPosition<Object>> streamAllDocumentsWithPosition() {
        return documents.entrySet().stream()
                .map(e -> new DocumentWithPosition<>(BsonBytes.decode(e.getValue()), e.getKey()));
    }

    @Override
    public int count() {
        return documents.size();
    }

    @Override
    public boolean isEmpty() {
        return documents.isEmpty();
    }

    @Override
    protected boolean tracksDataSize() {
        return false; // Keeping a total would cost a second write beside each one.
    }

    @Override
    protected void updateDataSize(int sizeDelta) {}

    @Override
    protected int getDataSize() {
        return 0;
    }
}
