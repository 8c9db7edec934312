package io.chatkeeper.projection.views;

import java.util.Optional;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Small moves on documents that several views make.
public final class Documents {
    private Documents() {}

    /// The object in a list whose field has that value.
    public static Optional<ObjectNode> in(
            ObjectNode document, String list, String field, String value) {
        return StreamSupport.stream(document.withArray(list).spliterator(), false)
                .filter(row -> row.path(field).asString("").equals(value))
                .map(ObjectNode.class::cast)
                .findFirst();
    }

    /// A new object at the end of a list, which loses its first one when it is full.
    public static ObjectNode latest(ObjectNode document, String list, int most) {
        ArrayNode all = document.withArray(list);
        if (all.size() >= most) {
            all.remove(0);
        }
        return all.addObject();
    }

    /// Takes the objects out of a list whose field has that value.
    public static void without(ObjectNode document, String list, String field, String value) {
        var rows = document.withArray(list).iterator();
        while (rows.hasNext()) {
            JsonNode row = rows.next();
            if (row.path(field).asString("").equals(value)) {
                rows.remove();
            }
        }
    }
}
