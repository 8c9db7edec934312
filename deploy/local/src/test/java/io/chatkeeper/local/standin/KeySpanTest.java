package io.chatkeeper.local.standin;

import static org.assertj.core.api.Assertions.assertThat;

import de.bwaldvogel.mongo.bson.BsonRegularExpression;
import de.bwaldvogel.mongo.bson.Document;
import java.util.List;
import org.junit.jupiter.api.Test;

class KeySpanTest {

    private static Document id(Object condition) {
        return new Document("_id", condition);
    }

    private static KeySpan.Points points(Object... keys) {
        return new KeySpan.Points(List.of(keys));
    }

    @Test
    void an_equal_id_is_one_point_whatever_stands_beside_it() {
        assertThat(KeySpan.of(id("a"))).isEqualTo(points("a"));
        assertThat(KeySpan.of(id("a").append("v", 3))).isEqualTo(points("a"));
        assertThat(KeySpan.of(id(new Document("$eq", "a")))).isEqualTo(points("a"));
        Document and = new Document("$and", List.of(new Document("v", 3), id("a")));
        assertThat(KeySpan.of(and)).isEqualTo(points("a"));
    }

    @Test
    void a_document_without_operators_is_a_key_itself() {
        Document key = new Document("chat", 1);
        assertThat(KeySpan.of(id(key))).isEqualTo(points(key));
    }

    @Test
    void a_list_of_ids_is_as_many_points() {
        assertThat(KeySpan.of(id(new Document("$in", List.of("a", "b")))))
                .isEqualTo(points("a", "b"));
    }

    @Test
    void comparisons_make_a_range_with_open_ends() {
        assertThat(KeySpan.of(id(new Document("$gte", "a").append("$lt", "b"))))
                .isEqualTo(new KeySpan.Range("a", "b"));
        assertThat(KeySpan.of(id(new Document("$gt", "a"))))
                .isEqualTo(new KeySpan.Range("a", null));
    }

    @Test
    void what_does_not_narrow_the_keys_leaves_everything() {
        var everything = new KeySpan.Everything();
        assertThat(KeySpan.of(new Document("n", 1))).isEqualTo(everything);
        assertThat(KeySpan.of(id(new Document("$ne", "a")))).isEqualTo(everything);
        assertThat(KeySpan.of(id(new BsonRegularExpression("^a")))).isEqualTo(everything);
        Document or = new Document("$or", List.of(id("a"), new Document("n", 1)));
        assertThat(KeySpan.of(or)).isEqualTo(everything);
    }
}
