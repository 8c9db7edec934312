package io.chatkeeper.local.standin;

import de.bwaldvogel.mongo.wire.BsonConstants;
import de.bwaldvogel.mongo.wire.bson.BsonDecoder;
import io.netty.buffer.Unpooled;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// Walks the fields of a BSON document, or the elements of an array, in its bytes, and decodes only
/// what it is asked for.
final class BsonFields {

    private static final VarHandle INT =
            MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    private static final int LENGTH_BYTES = 4;

    private final byte[] bytes;
    private final int end;
    private int start;
    private int value;
    private int next;

    /// Stands before the first field of the document that begins at `at`.
    BsonFields(byte[] bytes, int at) {
        this.bytes = bytes;
        this.end = at + lengthAt(bytes, at) - 1; // The terminating byte.
        this.next = at + LENGTH_BYTES;
    }

    static int lengthAt(byte[] bytes, int at) {
        return (int) INT.get(bytes, at);
    }

    /// Goes to the next field, if there is one.
    boolean advance() {
        if (next >= end) {
            return false;
        }
        start = next;
        value = afterName(start + 1);
        next = value + sizeOfValue();
        return true;
    }

    private int afterName(int at) {
        int i = at;
        while (bytes[i] != 0) {
            i++;
        }
        return i + 1;
    }

    private int sizeOfValue() {
        byte type = bytes[start];
        return switch (type) {
            case BsonConstants.TYPE_NULL,
                    BsonConstants.TYPE_UNDEFINED,
                    BsonConstants.TYPE_MIN_KEY,
                    BsonConstants.TYPE_MAX_KEY ->
                    0;
            case BsonConstants.TYPE_BOOLEAN -> 1;
            case BsonConstants.TYPE_INT32 -> Integer.BYTES;
            case BsonConstants.TYPE_DOUBLE,
                    BsonConstants.TYPE_INT64,
                    BsonConstants.TYPE_TIMESTAMP,
                    BsonConstants.TYPE_UTC_DATETIME ->
                    Long.BYTES;
            case BsonConstants.TYPE_DECIMAL128 -> 2 * Long.BYTES;
            case BsonConstants.TYPE_OBJECT_ID -> BsonConstants.LENGTH_OBJECTID;
            case BsonConstants.TYPE_EMBEDDED_DOCUMENT, BsonConstants.TYPE_ARRAY ->
                    lengthAt(bytes, value);
            case BsonConstants.TYPE_UTF8_STRING, BsonConstants.TYPE_JAVASCRIPT_CODE ->
                    LENGTH_BYTES + lengthAt(bytes, value);
            case BsonConstants.TYPE_DATA -> LENGTH_BYTES + 1 + lengthAt(bytes, value);
            case BsonConstants.TYPE_REGEX -> afterName(afterName(value)) - value;
            default -> throw new IllegalArgumentException("unknown BSON type " + type);
        };
    }

    String name() {
        return new String(bytes, start + 1, value - start - 2, StandardCharsets.UTF_8);
    }

    boolean isArray() {
        return bytes[start] == BsonConstants.TYPE_ARRAY;
    }

    @Nullable Object decoded() {
        var part = Unpooled.wrappedBuffer(bytes, value, next - value);
        return BsonDecoder.decodeValue(bytes[start], part);
    }

    /// Where the field's type byte lies.
    int start() {
        return start;
    }

    /// Where its value begins.
    int value() {
        return value;
    }

    /// Where the field ends and the next one begins.
    int end() {
        return next;
    }

    /// How many fields are left; none are left then.
    int countRest() {
        int count = 0;
        while (advance()) {
            count++;
        }
        return count;
    }
}
