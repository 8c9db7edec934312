package io.chatkeeper.local.standin;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import de.bwaldvogel.mongo.wire.BsonConstants;
import de.bwaldvogel.mongo.wire.bson.BsonDecoder;
import de.bwaldvogel.mongo.wire.bson.BsonEncoder;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Documents as the bytes they had on the wire. Java serialisation of the same documents takes ten
/// times the processor time.
final class BsonBytes {

    private static final int TYPICAL_BYTES = 1024;
    private static final int TOO_LARGE = 10_334;

    private BsonBytes() {}

    static byte[] encode(Document document) {
        ByteBuf out = Unpooled.buffer(TYPICAL_BYTES);
        BsonEncoder.encodeDocument(document, out);
        return taken(bounded(out));
    }

    /// A larger document could be stored but never be read again.
    static ByteBuf bounded(ByteBuf document) {
        if (document.writerIndex() > BsonConstants.MAX_BSON_OBJECT_SIZE) {
            throw new MongoServerError(
                    TOO_LARGE,
                    "BSONObjectTooLarge",
                    "the document would have %d bytes, more than %d"
                            .formatted(document.writerIndex(), BsonConstants.MAX_BSON_OBJECT_SIZE));
        }
        return document;
    }

    static void writeField(String name, @Nullable Object value, ByteBuf out) {
        byte type = BsonEncoder.determineType(value);
        out.writeByte(type);
        ByteBufUtil.writeUtf8(out, name);
        out.writeByte(0);
        BsonEncoder.encodeValue(type, value, out);
    }

    static Document decode(byte[] bytes) {
        return BsonDecoder.decodeBson(Unpooled.wrappedBuffer(bytes));
    }

    /// Only the named top-level fields; the others are passed over.
    static Document decode(byte[] bytes, Set<String> names) {
        Document document = new Document();
        BsonFields field = new BsonFields(bytes, 0);
        while (field.advance()) {
            String name = field.name();
            if (names.contains(name)) {
                document.put(name, field.decoded());
            }
        }
        return document;
    }

    static byte[] taken(ByteBuf out) {
        byte[] bytes = new byte[out.readableBytes()];
        out.readBytes(bytes);
        return bytes;
    }
}
