package io.chatkeeper.projection.views;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.DeleteOneModel;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.WriteModel;
import com.mongodb.reactivestreams.client.MongoDatabase;
import io.chatkeeper.pipeline.StoreUnavailable;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.bson.json.JsonMode;
import org.bson.json.JsonWriterSettings;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// The documents of all views in MongoDB: `_id` = what the stream is about, `v` = its last
/// sequence.
public final class ViewStore implements ViewDocuments {
    private static final int DUPLICATE_KEY = 11_000;
    private static final Duration LIMIT = Duration.ofSeconds(10);
    private static final JsonWriterSettings PLAIN =
            JsonWriterSettings.builder().outputMode(JsonMode.RELAXED).build();
    private static final BulkWriteOptions ANY_ORDER = new BulkWriteOptions().ordered(false);

    private final MongoDatabase database;
    private final JsonMapper json;

    public ViewStore(MongoDatabase database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    /// The document of that id, if there is one.
    public Mono<Folded> find(String collection, String id) {
        return Mono.from(database.getCollection(collection).find(Filters.eq("_id", id)).first())
                .map(this::folded);
    }

    /// The documents of these ids that are there.
    public Flux<Folded> findAll(String collection, Collection<String> ids) {
        return ids.isEmpty()
                ? Flux.empty()
                : Flux.from(database.getCollection(collection).find(Filters.in("_id", ids)))
                        .map(this::folded);
    }

    /// The documents that match, at most `limit`. Only for collections that stay small.
    public Flux<Folded> list(String collection, Bson filter, int limit) {
        return Flux.from(database.getCollection(collection).find(filter).limit(limit))
                .map(this::folded);
    }

    @Override
    public List<Folded> load(String collection, Collection<String> ids) {
        List<Folded> found = await(findAll(collection, ids).collectList());
        return found == null ? List.of() : found;
    }

    @Override
    public void save(String collection, List<Folded> changed, List<Folded> gone) {
        await(write(collection, changed, gone));
    }

    private Mono<Void> write(String collection, List<Folded> changed, List<Folded> gone) {
        List<WriteModel<Document>> models =
                java.util.stream.Stream.concat(
                                changed.stream().<WriteModel<Document>>map(this::replacement),
                                gone.stream().<WriteModel<Document>>map(ViewStore::deletion))
                        .toList();
        return models.isEmpty()
                ? Mono.empty()
                : Mono.from(database.getCollection(collection).bulkWrite(models, ANY_ORDER))
                        .then()
                        .onErrorResume(
                                MongoBulkWriteException.class,
                                error -> onlyStale(error) ? Mono.empty() : Mono.error(error));
    }

    /// Only the listener's thread waits here: it is ours alone, and its offsets wait for the store.
    private static <T> @Nullable T await(Mono<T> answer) {
        try {
            return answer.toFuture().get(LIMIT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoreUnavailable("interrupted", e);
        } catch (ExecutionException | TimeoutException e) {
            throw new StoreUnavailable("the views' store did not answer", e);
        }
    }

    private static DeleteOneModel<Document> deletion(Folded gone) {
        return new DeleteOneModel<>(
                new Document("_id", gone.id()).append("v", new Document("$lte", gone.version())));
    }

    private ReplaceOneModel<Document> replacement(Folded one) {
        Document document = Document.parse(json.writeValueAsString(one.document()));
        document.append("_id", one.id()).append("v", one.version());
        return new ReplaceOneModel<>(
                new Document("_id", one.id()).append("v", new Document("$lt", one.version())),
                document,
                new ReplaceOptions().upsert(true));
    }

    private static boolean onlyStale(MongoBulkWriteException error) {
        return error.getWriteErrors().stream().allMatch(one -> one.getCode() == DUPLICATE_KEY);
    }

    private Folded folded(Document document) {
        String id = document.getString("_id");
        long version = ((Number) document.get("v")).longValue();
        document.remove("_id");
        document.remove("v");
        return new Folded(id, version, (ObjectNode) json.readTree(document.toJson(PLAIN)));
    }
}
