package io.chatkeeper.local.standin;

import static org.assertj.core.api.Assertions.assertThat;

import de.bwaldvogel.mongo.bson.Document;
import io.netty.channel.embedded.EmbeddedChannel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.h2.mvstore.MVStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// A second index keeps a collection from splicing; so the same commands on two collections, one of
/// each kind, must have the same answers and leave the same documents.
class SpliceTest {

    private static final int CHANGES = 4_000;
    private static final List<String> FIELDS = List.of("a", "b", "list", "v");

    private final MVStore store = new MVStore.Builder().open();
    private final DocumentBackend backend = new DocumentBackend(store);
    private final EmbeddedChannel channel = new EmbeddedChannel();

    @AfterEach
    void close() {
        channel.close();
        store.close();
    }

    private Document command(String name, Object first, Object... others) {
        Document command = new Document(name, first);
        for (int i = 0; i < others.length; i += 2) {
            command.append((String) others[i], others[i + 1]);
        }
        return backend.handleCommand(channel, "test", name, command);
    }

    private Document update(String collection, Document selector, Document change) {
        Document one = new Document("q", selector).append("u", change).append("upsert", true);
        return command("update", collection, "updates", List.of(one), "ordered", false);
    }

    private List<?> all(String collection) {
        Document cursor = (Document) command("find", collection).get("cursor");
        return (List<?>) cursor.get("firstBatch");
    }

    private void alsoIndexed(String collection) {
        Document index =
                new Document("name", "other")
                        .append("key", new Document("never", 1))
                        .append("unique", true)
                        .append("sparse", true);
        command("createIndexes", collection, "indexes", List.of(index));
    }

    @Test
    void a_spliced_change_is_what_the_general_way_makes_of_it() {
        alsoIndexed("general");
        Random random = new Random(20_261_123);
        for (int i = 0; i < CHANGES; i++) {
            Document selector = selector(random);
            Document change = change(random);
            Document spliced = update("spliced", selector.cloneDeeply(), change.cloneDeeply());
            Document general = update("general", selector, change);
            assertThat(spliced.toString().replace("spliced", "general"))
                    .as("%d: %s of %s", i, change, selector)
                    .isEqualTo(general.toString());
        }
        assertThat(fields("spliced")).hasSize(5).isEqualTo(fields("general"));
    }

    /// Without their order: a replacement has the order of the new document, as in MongoDB; the
    /// general way keeps that of the old one.
    private List<Map<String, Object>> fields(String collection) {
        return all(collection).stream()
                .<Map<String, Object>>map(document -> new HashMap<>((Document) document))
                .toList();
    }

    private static Document selector(Random random) {
        Document selector = new Document("_id", "d" + random.nextInt(5));
        int version = random.nextInt(4);
        return switch (random.nextInt(4)) {
            case 0 -> selector;
            case 1 -> selector.append("v", version);
            case 2 -> selector.append("v", new Document("$lt", version));
            default -> selector.append("v", new Document("$gte", version)).append("a", 1);
        };
    }

    private static Document change(Random random) {
        if (random.nextInt(4) == 0) {
            Document replacement = new Document("v", random.nextInt(4));
            FIELDS.subList(0, 3).forEach(name -> replacement.append(name, value(random)));
            return replacement;
        }
        List<String> names = new ArrayList<>(FIELDS);
        java.util.Collections.shuffle(names, random);
        return new Document(
                        "$push",
                        new Document(
                                names.get(0),
                                random.nextBoolean()
                                        ? value(random)
                                        : new Document("$each", List.of(value(random), 2))))
                .append("$set", new Document(names.get(1), value(random)))
                .append("$unset", new Document(names.get(2), ""));
    }

    private static Object value(Random random) {
        return switch (random.nextInt(7)) {
            case 0 -> random.nextInt(4);
            case 1 -> "ä" + random.nextInt(4);
            case 2 -> new Document("x", random.nextInt()).append("y", List.of());
            case 3 -> new ArrayList<>(List.of(1, "two", new Document("three", 3)));
            case 4 -> Arrays.asList(null, true);
            case 5 -> new ArrayList<>();
            default -> random.nextLong(4, Long.MAX_VALUE);
        };
    }

    @Test
    void an_append_leaves_the_elements_before_it_as_they_are() {
        update("spliced", new Document("_id", "a"), push("one"));
        update("spliced", new Document("_id", "a"), push("two"));
        Document set = new Document("$set", new Document("e", "no list"));

        assertThat(all("spliced")).hasToString("[{\"_id\" : \"a\", \"e\" : [ \"one\", \"two\" ]}]");
        update("spliced", new Document("_id", "a"), set);
        assertThat(update("spliced", new Document("_id", "a"), push("three")))
                .containsKey("writeErrors");
    }

    private static Document push(String element) {
        return new Document("$push", new Document("e", element));
    }

    @Test
    void a_document_is_refused_that_could_not_be_read_again() {
        String five = "x".repeat(5 * 1024 * 1024);
        for (int i = 0; i < 3; i++) {
            update("spliced", new Document("_id", "a"), push(five));
        }

        assertThat(update("spliced", new Document("_id", "a"), push(five)).get("writeErrors"))
                .asString()
                .contains("BSONObjectTooLarge");
        assertThat((List<?>) ((Document) all("spliced").getFirst()).get("e")).hasSize(3);
    }

    @Test
    void what_is_more_than_whole_fields_is_no_splice() {
        assertThat(Splice.of(new Document("$inc", new Document("n", 1)))).isEmpty();
        assertThat(Splice.of(new Document("$set", new Document("a.b", 1)))).isEmpty();
        assertThat(Splice.of(new Document("$set", new Document("_id", 1)))).isEmpty();
        Document sliced = new Document("$each", List.of(1)).append("$slice", 2);
        assertThat(Splice.of(new Document("$push", new Document("a", sliced)))).isEmpty();
        Document twice = new Document("$set", new Document("a", 1));
        assertThat(Splice.of(twice.append("$unset", new Document("a", 1)))).isEmpty();
    }
}
