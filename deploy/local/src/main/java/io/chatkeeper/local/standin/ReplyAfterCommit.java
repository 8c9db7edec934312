package io.chatkeeper.local.standin;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.message.MongoMessage;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import org.h2.mvstore.MVStore;

/// Stands before the library's command handler of one connection. Holds back the reply of a command
/// that may have changed something until the change is committed; other replies pass.
final class ReplyAfterCommit extends ChannelDuplexHandler {

    private static final Set<String> WRITES =
            Set.of(
                    "insert",
                    "update",
                    "delete",
                    "findandmodify",
                    "create",
                    "createindexes",
                    "drop",
                    "dropindexes",
                    "dropdatabase",
                    "renamecollection");

    private final MVStore store;
    private final GroupCommit commit;
    private boolean mustBeDurable; // Touched by the connection's own thread only.

    ReplyAfterCommit(MVStore store, GroupCommit commit) {
        this.store = store;
        this.commit = commit;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object request) throws Exception {
        mustBeDurable = request instanceof MongoMessage message && mayWrite(message.getDocument());
        // While a version is in use, compaction leaves alone the pages a long scan still reads.
        MVStore.TxCounter use = store.registerVersionUsage();
        try {
            super.channelRead(context, request);
        } finally {
            store.deregisterVersionUsage(use);
        }
    }

    @Override
    public void write(ChannelHandlerContext context, Object reply, ChannelPromise promise) {
        if (mustBeDurable) {
            commit.afterCommit(() -> context.writeAndFlush(reply, promise));
        } else {
            context.write(reply, promise);
        }
    }

    private static boolean mayWrite(Document command) {
        String name = command.keySet().iterator().next().toLowerCase(Locale.ROOT);
        return WRITES.contains(name) || name.equals("aggregate") && writesItsResult(command);
    }

    private static boolean writesItsResult(Document aggregate) {
        return aggregate.get("pipeline") instanceof Collection<?> stages
                && stages.stream().anyMatch(ReplyAfterCommit::writes);
    }

    private static boolean writes(Object stage) {
        return stage instanceof Document document
                && (document.containsKey("$out") || document.containsKey("$merge"));
    }
}
