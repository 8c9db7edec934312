package io.chatkeeper.projection.views;

import static io.chatkeeper.projection.views.FoldedCodec.ID;
import static io.chatkeeper.projection.views.FoldedCodec.VERSION;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.DeleteOneModel;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.WriteModel;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import io.chatkeeper.pipeline.StoreUnavailable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.bson.BsonDocument;
import org.bson.BsonInt64;
import org.bson.BsonString;
import org.bson.codecs.configuration.CodecRegistries;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// The documents of all views in MongoDB: `_id` = what the stream is about, `v` = its last
/// sequence.
public final class ViewStore implements ViewDocuments {
    private static final int DUPLICATE_KEY = 11_000;
    private static final Duration LIMIT = Duration.ofSeconds(10);
    private static final BulkWriteOptions ANY_ORDER = new BulkWriteOptions().ordered(false);
    private static final ReplaceOptions UPSERT = new ReplaceOptions().upsert(true);

    private final MongoDatabase database;

    public ViewStore(MongoDatabase database) {
        this.database =
                database.withCodecRegistry(
                        CodecRegistries.fromRegistries(
                                CodecRegistries.fromCodecs(new FoldedCodec()),
                                database.getCodecRegistry()));
    }

    /// The document of that id, if there is one.
    public Mono<Folded> find(String collection, String id) {
        return Mono.from(documents(collection).find(Filters.eq(ID, id)).first());
    }

    /// The documents of these ids that are there.
    public Flux<Folded> findAll(String collection, Collection<String> ids) {
        return ids.isEmpty()
                ? Flux.empty()
                : Flux.from(documents(collection).find(Filters.in(ID, ids)).batchSize(ids.size()));
    }

    /// The documents that match, at most `limit`. Only for collections that stay small.
    public Flux<Folded> list(String collection, Bson filter, int limit) {
        return Flux.from(documents(collection).find(filter).limit(limit));
    }

    /// All documents that match, as fast as they are taken. Wants an index.
    public Flux<Folded> all(String collection, Bson filter) {
        return Flux.from(documents(collection).find(filter));
    }

    /// Has the store find documents by this field; does nothing if it can already.
    public Mono<String> index(String collection, String field) {
        return Mono.from(documents(collection).createIndex(Indexes.ascending(field)));
    }

    /// How many match. Only for collections that stay small.
    public Mono<Long> count(String collection, Bson filter) {
        return Mono.from(documents(collection).countDocuments(filter));
    }

    @Override
    public List<Folded> load(String collection, Collection<String> ids) {
        List<Folded> found = await(findAll(collection, ids).collectList());
        return found == null ? List.of() : found;
    }

    @Override
    public void save(String collection, List<Folded> changed, List<Folded> gone) {
        List<WriteModel<Folded>> models = new ArrayList<>(changed.size() + gone.size());
        changed.forEach(one -> models.add(replacement(one)));
        gone.forEach(one -> models.add(new DeleteOneModel<>(upTo("$lte", one))));
        if (!models.isEmpty()) {
            await(
                    Mono.from(documents(collection).bulkWrite(models, ANY_ORDER))
                            .then()
                            .onErrorResume(ViewStore::onlyStale, _ -> Mono.empty()));
        }
    }

    private MongoCollection<Folded> documents(String collection) {
        return database.getCollection(collection, Folded.class);
    }

    private static ReplaceOneModel<Folded> replacement(Folded one) {
        return new ReplaceOneModel<>(upTo("$lt", one), one, UPSERT);
    }

    private static Bson upTo(String operator, Folded one) {
        return new BsonDocument(ID, new BsonString(one.id()))
                .append(VERSION, new BsonDocument(operator, new BsonInt64(one.version())));
    }

    /// A newer fold is there already, so the upsert ran into its id.
    private static boolean onlyStale(Throwable error) {
        return error instanceof MongoBulkWriteException bulk
                && bulk.getWriteConcernError() == null
                && bulk.getWriteErrors().stream().allMatch(one -> one.getCode() == DUPLICATE_KEY);
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
}
