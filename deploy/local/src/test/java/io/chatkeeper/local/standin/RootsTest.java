package io.chatkeeper.local.standin;

import static org.assertj.core.api.Assertions.assertThat;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.bson.ObjectId;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RootsTest {

    @Test
    void a_query_looks_at_the_roots_of_its_paths() {
        Document or = new Document("$or", List.of(new Document("b", 1), new Document("c.x", 2)));
        assertThat(Roots.ofQuery(new Document("a.deep", 1).append("$and", List.of(or))))
                .contains(Set.of("a", "b", "c"));
    }

    @Test
    void an_inclusive_projection_needs_its_fields_the_query_s_and_the_order_s() {
        Document fields = new Document("v", 1).append("w.x", true);
        assertThat(Roots.ofQuery(new Document("q", 1), new Document("o", -1), fields))
                .contains(Set.of("_id", "q", "o", "v", "w"));
    }

    @Test
    void what_is_not_understood_needs_the_whole_document() {
        assertThat(Roots.ofQuery(new Document("$expr", new Document()))).isEmpty();
        assertThat(Roots.ofQuery(new Document(), null, null)).isEmpty();
        assertThat(Roots.ofQuery(new Document(), null, new Document("v", 0))).isEmpty();
        Document slice = new Document("v", new Document("$slice", 1));
        assertThat(Roots.ofQuery(new Document(), null, slice)).isEmpty();
    }

    @Test
    void passing_over_a_field_of_any_type_finds_the_next_one() {
        Document all =
                new Document("double", 1.5)
                        .append("string", "text")
                        .append("document", new Document("x", 1))
                        .append("list", List.of(1, 2))
                        .append("uuid", new UUID(1, 2))
                        .append("id", new ObjectId())
                        .append("boolean", true)
                        .append("time", Instant.ofEpochMilli(7))
                        .append("nothing", null)
                        .append("int", 1)
                        .append("long", 2L)
                        .append("last", "here");
        byte[] bytes = BsonBytes.encode(all);

        all.forEach((name, value) ->
                assertThat(BsonBytes.decode(bytes, Set.of(name)))
                        .isEqualTo(new Document(name, value)));
    }
}
