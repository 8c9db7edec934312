package io.chatkeeper.local.standin;

import de.bwaldvogel.mongo.bson.Document;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A change that can be made in a document's bytes: whole top-level fields set or removed, elements
/// put behind a top-level array, or everything but `_id` replaced. Appending to a bucket so costs a
/// copy of its bytes; decoding, cloning, comparing and encoding it again took thirty times as long.
sealed interface Splice {

    /// The changed bytes; empty when the general way must decide, for instance on the error.
    Optional<byte[]> applied(byte[] stored);

    /// The splice that does what `update` says; empty when it says something else.
    static Optional<Splice> of(Document update) {
        // Whatever can't be done so, mixed updates included, is left to the general way.
        long operators = update.keySet().stream().filter(key -> key.startsWith("$")).count();
        if (update.isEmpty() || operators != 0 && operators != update.size()) {
            return Optional.empty();
        }
        return operators == 0 ? replacement(update) : fieldChanges(update);
    }

    private static Optional<Splice> replacement(Document update) {
        if (update.keySet().stream().anyMatch(name -> name.indexOf('.') >= 0)) {
            return Optional.empty();
        }
        return Optional.of(new Replacement(update));
    }

    private static Optional<Splice> fieldChanges(Document update) {
        Map<String, Change> changes = new LinkedHashMap<>();
        for (var operator : update.entrySet()) {
            if (!(operator.getValue() instanceof Document fields)) {
                return Optional.empty();
            }
            for (var field : fields.entrySet()) {
                @Nullable Change change = change(operator.getKey(), field.getValue());
                if (change == null
                        || !isPlain(field.getKey())
                        || changes.put(field.getKey(), change) != null) {
                    return Optional.empty();
                }
            }
        }
        return Optional.of(new FieldChanges(changes));
    }

    private static boolean isPlain(String name) {
        return !name.isEmpty()
                && !name.equals("_id")
                && name.indexOf('.') < 0
                && name.indexOf('$') < 0;
    }

    private static @Nullable Change change(String operator, @Nullable Object value) {
        return switch (operator) {
            case "$set" -> new Assign(new Document("", value));
            case "$unset" -> new Unset();
            case "$push" -> push(value);
            default -> null; // A string of the wire, not a type of ours.
        };
    }

    private static @Nullable Change push(@Nullable Object value) {
        if (!(value instanceof Document document)) {
            return new Push(List.of(new Document("", value)));
        }
        if (document.keySet().stream().noneMatch(key -> key.startsWith("$"))) {
            return document.isEmpty() ? null : new Push(List.of(new Document("", document)));
        }
        if (document.size() != 1 || !(document.get("$each") instanceof Collection<?> elements)) {
            return null;
        }
        return new Push(elements.stream().map(element -> new Document("", element)).toList());
    }

    /// What happens to one field. Values lie in documents of one field, because a value may be
    /// null.
    sealed interface Change {}

    /// `$set`
    record Assign(Document value) implements Change {}

    /// `$unset`
    record Unset() implements Change {}

    /// `$push`, with or without `$each`
    record Push(List<Document> elements) implements Change {}

    /// Everything but `_id`.
    record Replacement(Document fields) implements Splice {

        @Override
        public Optional<byte[]> applied(byte[] stored) {
            BsonFields old = new BsonFields(stored, 0);
            if (!old.advance() || !old.name().equals("_id")) {
                return Optional.empty();
            }
            @Nullable Object id = old.decoded();
            if (fields.containsKey("_id") && !Objects.equals(fields.get("_id"), id)) {
                return Optional.empty();
            }
            Document replaced = new Document("_id", id);
            replaced.putAll(fields);
            return Optional.of(BsonBytes.encode(replaced));
        }
    }

    /// Some fields; the others keep their bytes and their places.
    record FieldChanges(Map<String, Change> changes) implements Splice {

        private static final int ROOM = 1024;

        @Override
        public Optional<byte[]> applied(byte[] stored) {
            ByteBuf out = Unpooled.buffer(stored.length + ROOM);
            out.writeIntLE(0); // The length comes last.
            Map<String, Change> open = new LinkedHashMap<>(changes);
            BsonFields field = new BsonFields(stored, 0);
            while (field.advance()) {
                @Nullable Change change = open.remove(field.name());
                if (change instanceof Push && !field.isArray()) {
                    return Optional.empty();
                }
                write(field, change, stored, out);
            }
            open.forEach((name, change) -> writeNew(name, change, out));
            out.writeByte(0);
            out.setIntLE(0, out.writerIndex());
            return Optional.of(BsonBytes.taken(BsonBytes.bounded(out)));
        }

        private static void write(
                BsonFields field, @Nullable Change change, byte[] stored, ByteBuf out) {
            switch (change) {
                case null -> out.writeBytes(stored, field.start(), field.end() - field.start());
                case Unset _ -> {}
                case Assign(var value) -> BsonBytes.writeField(field.name(), value.get(""), out);
                case Push(var elements) -> {
                    out.writeBytes(stored, field.start(), field.value() - field.start());
                    int array = out.writerIndex();
                    out.writeBytes(stored, field.value(), field.end() - field.value() - 1);
                    int count = new BsonFields(stored, field.value()).countRest();
                    for (Document element : elements) {
                        BsonBytes.writeField(Integer.toString(count++), element.get(""), out);
                    }
                    out.writeByte(0);
                    out.setIntLE(array, out.writerIndex() - array);
                }
            }
        }

        private static void writeNew(String name, Change change, ByteBuf out) {
            switch (change) {
                case Unset _ -> {}
                case Assign(var value) -> BsonBytes.writeField(name, value.get(""), out);
                case Push(var elements) ->
                        BsonBytes.writeField(
                                name,
                                elements.stream().map(element -> element.get("")).toList(),
                                out);
            }
        }
    }
}
