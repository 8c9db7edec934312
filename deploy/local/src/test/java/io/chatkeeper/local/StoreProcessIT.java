package io.chatkeeper.local;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Projections.exclude;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.push;
import static com.mongodb.client.model.Updates.set;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Accumulators;
import com.mongodb.client.model.Aggregates;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;

class StoreProcessIT {

    private static final UpdateOptions UPSERT = new UpdateOptions().upsert(true);

    @TempDir static Path data;
    private static StoreProcess store;
    private static MongoClient client;
    private MongoCollection<Document> documents;

    @BeforeAll
    static void start() {
        store = StoreProcess.start(Repository.root(), data);
        client = MongoClients.create(store.uri());
    }

    private void restart() {
        client.close();
        store.restart();
        client = MongoClients.create(store.uri());
        documents =
                client.getDatabase("it")
                        .getCollection(documents.getNamespace().getCollectionName());
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

    private static UpdateOneModel<Document> append(String id, int expected, String event) {
        var change = combine(push("events", event), set("v", expected + 1));
        return new UpdateOneModel<>(new Document("_id", id).append("v", expected), change, UPSERT);
    }

    private void fill(int count) {
        documents.insertMany(
                IntStream.range(0, count)
                        .mapToObj(i -> new Document("_id", "d%04d".formatted(i)).append("n", i))
                        .toList());
    }

    private static List<String> ids(Iterable<Document> found) {
        return java.util.stream.StreamSupport.stream(found.spliterator(), false)
                .map(document -> document.getString("_id"))
                .toList();
    }

    @Test
    void an_append_at_the_expected_version_extends_the_document() {
        documents.bulkWrite(List.of(append("a", 0, "one")));
        documents.bulkWrite(List.of(append("a", 1, "two")));

        assertThat(documents.find(eq("a")).first())
                .isEqualTo(Document.parse("{_id: 'a', v: 2, events: ['one', 'two']}"));
    }

    @Test
    void an_append_at_a_stale_version_is_a_duplicate_key() {
        documents.bulkWrite(List.of(append("a", 0, "one")));

        var stale = append("a", 0, "two");
        assertThatThrownBy(() -> documents.updateOne(stale.getFilter(), stale.getUpdate(), UPSERT))
                .isInstanceOfSatisfying(
                        MongoWriteException.class,
                        e -> assertThat(e.getError().getCode()).isEqualTo(11_000));
    }

    @Test
    void stale_appends_in_an_unordered_bulk_are_named_and_the_others_done() {
        documents.bulkWrite(List.of(append("a", 0, "one")));

        var bulk = List.of(append("b", 0, "x"), append("a", 0, "stale"), append("a", 1, "two"));
        var unordered = new BulkWriteOptions().ordered(false);

        assertThatThrownBy(() -> documents.bulkWrite(bulk, unordered))
                .isInstanceOfSatisfying(
                        MongoBulkWriteException.class,
                        e -> {
                            assertThat(e.getWriteErrors())
                                    .singleElement()
                                    .satisfies(error -> {
                                        assertThat(error.getIndex()).isEqualTo(1);
                                        assertThat(error.getCode()).isEqualTo(11_000);
                                    });
                        });
        assertThat(documents.find(eq("a")).first()).containsEntry("v", 2);
        assertThat(documents.find(eq("b")).first()).containsEntry("v", 1);
    }

    @Test
    void documents_are_found_by_id_by_list_of_ids_and_by_id_with_other_conditions() {
        fill(50);

        assertThat(ids(documents.find(eq("d0007")))).containsExactly("d0007");
        assertThat(ids(documents.find(in("_id", "d0009", "d0003", "none", "d0003"))))
                .containsExactly("d0003", "d0009");
        assertThat(documents.find(and(eq("d0007"), eq("n", 7)))).hasSize(1);
        assertThat(documents.find(and(eq("d0007"), eq("n", 8)))).isEmpty();
    }

    @Test
    void a_range_of_ids_comes_in_order_in_both_directions() {
        fill(50);
        var range = and(gte("_id", "d0010"), lt("_id", "d0014"));

        assertThat(ids(documents.find(range).sort(Sorts.ascending("_id"))))
                .containsExactly("d0010", "d0011", "d0012", "d0013");
        assertThat(ids(documents.find(range).sort(Sorts.descending("_id")).limit(2)))
                .containsExactly("d0013", "d0012");
        assertThat(ids(documents.find().sort(Sorts.descending("_id")).limit(1)))
                .containsExactly("d0049");
    }

    @Test
    void finding_sorts_skips_limits_and_projects() {
        fill(20);

        var found =
                documents
                        .find(lt("n", 10))
                        .sort(Sorts.descending("n"))
                        .skip(1)
                        .limit(2)
                        .projection(Projections.include("n"));
        assertThat(found)
                .containsExactly(
                        new Document("_id", "d0008").append("n", 8),
                        new Document("_id", "d0007").append("n", 7));
    }

    @Test
    void more_documents_than_one_batch_holds_all_arrive() {
        fill(1_000);
        assertThat(documents.find().batchSize(70)).hasSize(1_000);
    }

    @Test
    void what_is_deleted_is_gone_and_its_key_free() {
        fill(20);
        assertThat(documents.deleteMany(gte("_id", "d0005")).getDeletedCount()).isEqualTo(15);
        assertThat(documents.countDocuments()).isEqualTo(5);
        documents.insertOne(new Document("_id", "d0005"));
        assertThat(documents.countDocuments()).isEqualTo(6);
    }

    @Test
    void ids_beside_other_conditions_are_answered_with_what_is_asked_for() {
        fill(50);
        var asked = and(in("_id", "d0003", "d0009", "none"), gte("n", 5));
        assertThat(ids(documents.find(asked))).containsExactly("d0009");
        assertThat(documents.find(asked).projection(Projections.include("n")))
                .containsExactly(new Document("_id", "d0009").append("n", 9));
        assertThat(documents.find(and(gte("_id", "d0047"), lt("n", 49))).projection(exclude("n")))
                .containsExactly(new Document("_id", "d0047"), new Document("_id", "d0048"));
        assertThat(documents.countDocuments(and(gte("_id", "d0040"), lt("n", 45)))).isEqualTo(5);
    }

    @Test
    void an_appended_bucket_is_read_back_as_it_was_written_up_to_its_end() {
        for (int i = 0; i < 128; i++) {
            documents.bulkWrite(List.of(append("a", i, "event " + i)));
        }
        Document bucket = documents.find(and(eq("a"), eq("v", 128))).first();
        assertThat(bucket.getList("events", String.class))
                .isEqualTo(IntStream.range(0, 128).mapToObj(i -> "event " + i).toList());
    }

    @Test
    void groups_are_counted() {
        fill(10);
        var groups =
                documents.aggregate(
                        List.of(
                                Aggregates.match(lt("n", 4)),
                                Aggregates.group(null, Accumulators.sum("total", "$n"))));
        assertThat(groups).singleElement().isEqualTo(Document.parse("{_id: null, total: 6}"));
    }

    @Test
    void a_unique_index_holds_before_and_after_a_restart() {
        fill(10);
        documents.createIndex(Indexes.ascending("n"), new IndexOptions().unique(true));
        assertTaken(7);

        restart();

        assertTaken(7);
        assertThat(ids(documents.find(and(eq("n", 7), gte("_id", "d"))))).containsExactly("d0007");
        documents.updateOne(eq("d0007"), set("n", 70));
        documents.insertOne(new Document("_id", "new").append("n", 7));
    }

    private void assertTaken(int n) {
        assertThatThrownBy(() -> documents.insertOne(new Document("n", n)))
                .isInstanceOf(MongoWriteException.class)
                .hasMessageContaining("E11000");
    }

    @Test
    void a_dropped_collection_is_empty_and_stays_so() {
        fill(10);
        documents.drop();
        restart();
        assertThat(documents.countDocuments()).isZero();
        fill(3);
        assertThat(documents.countDocuments()).isEqualTo(3);
    }
}
