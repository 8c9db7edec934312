package io.chatkeeper.projection.views;

import io.chatkeeper.contract.PersonalText;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
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

    /// Sets a field, or takes it away where there is no value.
    public static void put(ObjectNode node, String field, @Nullable String value) {
        if (value == null) {
            node.remove(field);
        } else {
            node.put(field, value);
        }
    }

    /// Sets a field to what a person wrote, where they wrote something.
    public static void text(ObjectNode node, String field, @Nullable PersonalText text) {
        if (text != null) {
            node.put(field, text.plain());
        }
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
