package io.chatkeeper.local.standin;

import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.backend.ValueComparator;
import de.bwaldvogel.mongo.wire.BsonConstants;
import de.bwaldvogel.mongo.wire.bson.BsonDecoder;
import de.bwaldvogel.mongo.wire.bson.BsonEncoder;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.ByteBuffer;
import org.h2.mvstore.WriteBuffer;
import org.h2.mvstore.type.BasicDataType;
import org.jspecify.annotations.Nullable;

/// Keys of a document map: `_id` values in MongoDB's own order, so that a range over `_id` is a
/// stretch of the map. Stored as type byte, length and BSON value.
final class KeyType extends BasicDataType<Object> {

    static final KeyType INSTANCE = new KeyType();

    private static final int ROUGH_BYTES_OF_A_KEY = 96;

    private KeyType() {}

    @Override
    public int compare(Object left, Object right) {
        return left instanceof String one && right instanceof String other
                ? one.compareTo(other)
                : ValueComparator.asc().compare(left, right);
    }

    @Override
    public int getMemory(Object key) {
        return key instanceof String text ? 40 + 2 * text.length() : ROUGH_BYTES_OF_A_KEY;
    }

    @Override
    public void write(WriteBuffer buffer, Object key) {
        @Nullable Object value = key instanceof Missing ? null : key;
        byte type = BsonEncoder.determineType(value);
        ByteBuf out = Unpooled.buffer(ROUGH_BYTES_OF_A_KEY);
        BsonEncoder.encodeValue(type, value, out);
        byte[] bytes = BsonBytes.taken(out);
        buffer.put(type).putVarInt(bytes.length).put(bytes);
    }

    @Override
    public Object read(ByteBuffer buffer) {
        byte type = buffer.get();
        byte[] bytes = new byte[org.h2.mvstore.DataUtils.readVarInt(buffer)];
        buffer.get(bytes);
        return type == BsonConstants.TYPE_NULL
                ? Missing.getInstance()
                : BsonDecoder.decodeValue(type, Unpooled.wrappedBuffer(bytes));
    }

    @Override
    public Object[] createStorage(int size) {
        return new Object[size];
    }
}
