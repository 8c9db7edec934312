package io.chatkeeper.local;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Updates.set;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoCommandException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.DeleteOneModel;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import java.nio.file.Path;
import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;

class StoreErrorsIT {

    @TempDir static Path data;
    private static StoreProcess store;
    private static MongoClient client;
    private MongoCollection<Document> documents;

    @BeforeAll
    static void start() {
        store = StoreProcess.start(Repository.root(), data);
        client = MongoClients.create(store.uri());
    }

    @AfterAll
    static void stop() {
        client.close();
        store.close();
    }

    @BeforeEach
    void collection(TestInfo test) {
        String name = test.getTestMethod().orElseThrow().getName();
        documents = client.getDatabase("it").getCollection(name);
    }

    @Test
    void an_older_fold_neither_replaces_nor_deletes_a_newer_one() {
        documents.insertOne(Document.parse("{_id: 'a', v: 5, n: 'five'}"));
        var bulk =
                List.of(
                        fold("b", 1),
                        fold("a", 5),
                        fold("a", 6),
                        new DeleteOneModel<Document>(and(eq("a"), lte("v", 5))),
                        new DeleteOneModel<Document>(and(eq("b"), lte("v", 1))));

        assertThatThrownBy(() -> documents.bulkWrite(bulk, new BulkWriteOptions().ordered(false)))
                .isInstanceOfSatisfying(
                        MongoBulkWriteException.class,
                        e -> {
                            assertThat(e.getWriteErrors())
                                    .extracting(error -> error.getIndex())
                                    .containsExactly(1);
                            assertThat(e.getWriteResult().getDeletedCount()).isEqualTo(1);
                        });
        assertThat(documents.find())
                .containsExactly(Document.parse("{_id: 'a', v: 6, n: 'folded'}"));
    }

    private static ReplaceOneModel<Document> fold(String id, int version) {
        return new ReplaceOneModel<>(
                new Document("_id", id).append("v", new Document("$lt", version)),
                new Document("_id", id).append("v", version).append("n", "folded"),
                new ReplaceOptions().upsert(true));
    }

    @Test
    void a_command_that_cannot_be_done_is_answered_and_the_next_one_served() {
        documents.insertOne(Document.parse("{_id: 'a', n: 1}"));
        var database = client.getDatabase("it");
        for (String broken :
                List.of(
                        "{nonsense: 1}",
                        "{update: 'x', updates: [{q: {_id: 1}, u: {$nonsense: {a: 1}}, upsert: true}]}",
                        "{update: 'x', updates: [{q: {_id: 1}, u: 7, upsert: true}]}",
                        "{update: 'x', updates: 7}",
                        "{find: 'x', filter: {_id: {$nonsense: 1}}}",
                        "{delete: 'x', deletes: [{}]}")) {
            assertRefused(database, Document.parse(broken));
        }
        assertThat(documents.countDocuments()).isEqualTo(1);
        documents.updateOne(eq("a"), set("n", 100));
        assertThat(documents.find(eq("a")).first()).containsEntry("n", 100);
    }

    /// Some kinds come back as an error of the command, some as one of the single write, and a
    /// question about a collection that is not there is answered with nothing.
    private static void assertRefused(MongoDatabase database, Document broken) {
        try {
            Document answer = database.runCommand(broken);
            assertThat(answer.containsKey("writeErrors") || !answer.containsKey("n"))
                    .as("%s: %s", broken, answer)
                    .isTrue();
        } catch (MongoCommandException e) {
            assertThat(e.getErrorMessage()).isNotEmpty();
        }
    }
}
