package io.chatkeeper.projection.views;

import org.bson.BsonReader;
import org.bson.BsonType;
import org.bson.BsonWriter;
import org.bson.codecs.Codec;
import org.bson.codecs.DecoderContext;
import org.bson.codecs.EncoderContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// A folded document as BSON: `_id`, `v`, and the document's own fields beside them. Goes straight
/// from one to the other, because rebuilding a view does little else.
final class FoldedCodec implements Codec<Folded> {
    static final String ID = "_id";
    static final String VERSION = "v";
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    @Override
    public Class<Folded> getEncoderClass() {
        return Folded.class;
    }

    @Override
    public void encode(BsonWriter writer, Folded folded, EncoderContext context) {
        writer.writeStartDocument();
        writer.writeString(ID, folded.id());
        writer.writeInt64(VERSION, folded.version());
        fields(writer, folded.document());
        writer.writeEndDocument();
    }

    private static void fields(BsonWriter writer, JsonNode object) {
        for (var field : object.properties()) {
            writer.writeName(field.getKey());
            value(writer, field.getValue());
        }
    }

    private static void value(BsonWriter writer, JsonNode node) {
        switch (node.getNodeType()) {
            case STRING -> writer.writeString(node.stringValue());
            case BOOLEAN -> writer.writeBoolean(node.booleanValue());
            case NUMBER -> number(writer, node);
            case NULL -> writer.writeNull();
            case OBJECT -> {
                writer.writeStartDocument();
                fields(writer, node);
                writer.writeEndDocument();
            }
            case ARRAY -> {
                writer.writeStartArray();
                for (JsonNode element : node) {
                    value(writer, element);
                }
                writer.writeEndArray();
            }
            case BINARY, POJO, MISSING ->
                    throw new IllegalArgumentException("no view holds a " + node.getNodeType());
        }
    }

    /// A small number is written in its short form, whatever held it: a document that has been
    /// stored in between must be the same as one folded in one go.
    private static void number(BsonWriter writer, JsonNode node) {
        if (!node.isIntegralNumber()) {
            writer.writeDouble(node.doubleValue());
        } else if (node.canConvertToInt()) {
            writer.writeInt32(node.intValue());
        } else {
            writer.writeInt64(node.longValue());
        }
    }

    @Override
    public Folded decode(BsonReader reader, DecoderContext context) {
        String id = "";
        long version = 0;
        ObjectNode document = NODES.objectNode();
        reader.readStartDocument();
        while (reader.readBsonType() != BsonType.END_OF_DOCUMENT) {
            String name = reader.readName();
            switch (name) {
                case ID -> id = reader.readString();
                case VERSION -> version = reader.readInt64();
                default -> document.set(name, value(reader));
            }
        }
        reader.readEndDocument();
        return new Folded(id, version, document);
    }

    private static JsonNode value(BsonReader reader) {
        BsonType type = reader.getCurrentBsonType();
        return switch (type) {
            case STRING -> NODES.stringNode(reader.readString());
            case BOOLEAN -> NODES.booleanNode(reader.readBoolean());
            case INT32 -> NODES.numberNode(reader.readInt32());
            case INT64 -> NODES.numberNode(reader.readInt64());
            case DOUBLE -> NODES.numberNode(reader.readDouble());
            case DOCUMENT -> object(reader);
            case ARRAY -> array(reader);
            case NULL -> {
                reader.readNull();
                yield NODES.nullNode();
            }
            default -> throw new IllegalArgumentException("no view holds a " + type);
        };
    }

    private static ObjectNode object(BsonReader reader) {
        ObjectNode object = NODES.objectNode();
        reader.readStartDocument();
        while (reader.readBsonType() != BsonType.END_OF_DOCUMENT) {
            object.set(reader.readName(), value(reader));
        }
        reader.readEndDocument();
        return object;
    }

    private static ArrayNode array(BsonReader reader) {
        ArrayNode array = NODES.arrayNode();
        reader.readStartArray();
        while (reader.readBsonType() != BsonType.END_OF_DOCUMENT) {
            array.add(value(reader));
        }
        reader.readEndArray();
        return array;
    }
}
