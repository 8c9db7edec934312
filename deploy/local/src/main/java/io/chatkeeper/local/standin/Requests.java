package io.chatkeeper.local.standin;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.MongoWireProtocolHandler;
import de.bwaldvogel.mongo.wire.OpCode;
import de.bwaldvogel.mongo.wire.message.ClientRequest;
import de.bwaldvogel.mongo.wire.message.MessageHeader;
import de.bwaldvogel.mongo.wire.message.MongoMessage;
import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/// Cuts the requests out of a connection's bytes. One that cannot be read is answered with an error
/// and the next one taken; the library alone would close the connection, and with it every request
/// a client's pool sends over it.
final class Requests extends MongoWireProtocolHandler {

    private static final int HEADER_BYTES = 16;
    private static final int REQUEST_ID = 4;
    private static final int OP_CODE = 12;
    private static final int FAILED_TO_PARSE = 9;
    private static final int NO_REPLY_WANTED = 2;

    @Override
    protected @Nullable ClientRequest decode(ChannelHandlerContext context, ByteBuf in)
            throws Exception {
        int start = in.readerIndex();
        if (in.readableBytes() < HEADER_BYTES) {
            return null;
        }
        int length = in.getIntLE(start);
        if (length < HEADER_BYTES || length > MAX_MESSAGE_SIZE_BYTES) {
            throw new IOException("a message of " + length + " bytes is none");
        }
        if (in.readableBytes() < length) {
            return null;
        }
        ByteBuf request = in.readSlice(length);
        try {
            return super.decode(context, request);
        } catch (Exception | StackOverflowError e) { // The latter from documents nested too deep.
            refuse(context, in.slice(start, length), e);
            return null;
        }
    }

    private static void refuse(ChannelHandlerContext context, ByteBuf request, Throwable reason)
            throws IOException {
        boolean answerable =
                request.getIntLE(OP_CODE) == OpCode.OP_MSG.getId()
                        && request.readableBytes() >= HEADER_BYTES + Integer.BYTES
                        && (request.getIntLE(HEADER_BYTES) & NO_REPLY_WANTED) == 0;
        if (!answerable) {
            throw new IOException("a request that cannot be read", reason);
        }
        Document answer =
                new Document("ok", 0)
                        .append("errmsg", "the request cannot be read: " + reason.getMessage())
                        .append("code", FAILED_TO_PARSE)
                        .append("codeName", "FailedToParse");
        var header = new MessageHeader(0, request.getIntLE(REQUEST_ID));
        context.writeAndFlush(new MongoMessage(context.channel(), header, answer));
    }
}
