package io.chatkeeper.local.standin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.OpCode;
import de.bwaldvogel.mongo.wire.bson.BsonEncoder;
import de.bwaldvogel.mongo.wire.message.MongoMessage;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.DecoderException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RequestsTest {

    private static final byte UNKNOWN_TYPE = 0x0C;

    private final EmbeddedChannel connection = new EmbeddedChannel(new Requests());

    @AfterEach
    void close() {
        connection.close();
    }

    private static ByteBuf request(int id, Document body) {
        ByteBuf out = Unpooled.buffer();
        out.writeIntLE(0).writeIntLE(id).writeIntLE(0).writeIntLE(OpCode.OP_MSG.getId());
        out.writeIntLE(0).writeByte(0);
        BsonEncoder.encodeDocument(body, out);
        return out.setIntLE(0, out.writerIndex());
    }

    private static ByteBuf unreadable(int id) {
        ByteBuf request = request(id, new Document("ping", 1));
        return request.setByte(25, UNKNOWN_TYPE);
    }

    @Test
    void a_request_that_cannot_be_read_is_answered_and_the_next_one_taken() {
        ByteBuf good = request(8, new Document("ping", 1));
        connection.writeInbound(Unpooled.wrappedBuffer(unreadable(7), good));

        MongoMessage answer = connection.readOutbound();
        assertThat(answer.getHeader().getResponseTo()).isEqualTo(7);
        assertThat(answer.getDocument()).containsEntry("ok", 0).containsKey("errmsg");
        MongoMessage next = connection.readInbound();
        assertThat(next.getDocument()).isEqualTo(new Document("ping", 1));
        assertThat(connection.isOpen()).isTrue();
    }

    @Test
    void a_request_nested_too_deep_is_answered_too() {
        ByteBuf body = Unpooled.buffer();
        int depth = 100_000;
        for (int i = 0; i < depth; i++) {
            body.writeIntLE((depth - i) * 8).writeByte(3).writeByte('a').writeByte(0);
        }
        ByteBuf request = Unpooled.buffer();
        request.writeIntLE(21 + body.readableBytes()).writeIntLE(7).writeIntLE(0);
        request.writeIntLE(OpCode.OP_MSG.getId()).writeIntLE(0).writeByte(0).writeBytes(body);
        connection.writeInbound(request);

        MongoMessage answer = connection.readOutbound();
        assertThat(answer.getDocument()).containsEntry("ok", 0);
    }

    @Test
    void a_request_in_pieces_is_taken_when_it_is_whole() {
        ByteBuf whole = request(7, new Document("ping", 1));
        connection.writeInbound(whole.readRetainedSlice(9));
        connection.writeInbound(whole.readRetainedSlice(12));
        assertThat(connection.<Object>readInbound()).isNull();
        connection.writeInbound(whole);
        assertThat(connection.<Object>readInbound()).isNotNull();
    }

    @Test
    void a_length_that_is_none_ends_the_connection() {
        ByteBuf endless = Unpooled.buffer().writeIntLE(Integer.MAX_VALUE).writeZero(12);
        assertThatThrownBy(() -> connection.writeInbound(endless))
                .isInstanceOf(DecoderException.class);
    }
}
