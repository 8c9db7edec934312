package io.chatkeeper.local.standin;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.bson.BsonDecoder;
import de.bwaldvogel.mongo.wire.bson.BsonEncoder;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;

/// Documents as the bytes they had on the wire. Java serialisation of the same documents takes ten
/// times the processor time.
final class BsonBytes {

    private static final int TYPICAL_BYTES = 1024;

    private BsonBytes() {}

    static byte[] encode(Document document) {
        ByteBuf out = Unpooled.buffer(TYPICAL_BYTES);
        BsonEncoder.encodeDocument(document, out);
        return taken(out);
    }

    static Document decode(byte[] bytes) {
        return BsonDecoder.decodeBson(Unpooled.wrappedBuffer(bytes));
    }

    static byte[] taken(ByteBuf out) {
        byte[] bytes = new byte[out.readableBytes()];
        out.readBytes(bytes);
        return bytes;
    }
}
