package io.chatkeeper.local.standin;

import de.bwaldvogel.mongo.wire.MongoDatabaseHandler;
import de.bwaldvogel.mongo.wire.MongoExceptionHandler;
import de.bwaldvogel.mongo.wire.MongoWireMessageEncoder;
import de.bwaldvogel.mongo.wire.MongoWireReplyEncoder;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.util.concurrent.GlobalEventExecutor;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.h2.mvstore.MVStore;

/// The stand-in as an object: one file, one port on the loopback address. The library's own server
/// is not used because its pipeline cannot be extended.
final class StandInServer implements AutoCloseable {

    private static final int PAGE_CACHE_MEGABYTES = 48;
    private static final int NETWORK_THREADS = 4;
    private static final int BACKLOG = 128;
    private static final int QUIT_LIMIT_SECONDS = 1;

    /// Six services with a pool of a hundred each do not reach it.
    private static final int CONNECTIONS_LIMIT = 1_000;

    private final MVStore store;
    private final Thread committer;
    private final EventLoopGroup loops =
            new MultiThreadIoEventLoopGroup(NETWORK_THREADS, NioIoHandler.newFactory());
    private final ChannelGroup clients = new DefaultChannelGroup(GlobalEventExecutor.INSTANCE);
    private final Channel listening;

    /// Opens `file` (created when absent) and listens on `port`. `whenBroken` runs if the file can
    /// no longer be written.
    StandInServer(Path file, int port, Durability durability, Runnable whenBroken) {
        store = open(file, durability);
        GroupCommit commit = new GroupCommit(store, durability, whenBroken);
        committer = Thread.ofPlatform().name("group-commit").start(commit);
        listening = listen(port, new DocumentBackend(store), commit);
    }

    private static MVStore open(Path file, Durability durability) {
        MVStore store =
                new MVStore.Builder()
                        .fileName(file.toString())
                        .autoCommitDisabled()
                        .cacheSize(PAGE_CACHE_MEGABYTES)
                        .open();
        store.setRetentionTime(durability.retentionMillis());
        store.setVersionsToKeep(0);
        return store;
    }

    private Channel listen(int port, DocumentBackend backend, GroupCommit commit) {
        return new ServerBootstrap()
                .group(loops)
                .channel(NioServerSocketChannel.class)
                .option(ChannelOption.SO_BACKLOG, BACKLOG)
                .option(ChannelOption.SO_REUSEADDR, true)
                .childOption(ChannelOption.TCP_NODELAY, true)
                .childHandler(
                        new ChannelInitializer<SocketChannel>() {
                            @Override
                            protected void initChannel(SocketChannel client) {
                                if (clients.size() >= CONNECTIONS_LIMIT) {
                                    client.close();
                                    return;
                                }
                                client.pipeline()
                                        .addLast(new MongoWireReplyEncoder())
                                        .addLast(new MongoWireMessageEncoder())
                                        .addLast(new Requests())
                                        .addLast(new ReplyAfterCommit(store, commit))
                                        .addLast(new MongoDatabaseHandler(backend, clients))
                                        .addLast(new MongoExceptionHandler());
                            }
                        })
                .bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port))
                .syncUninterruptibly()
                .channel();
    }

    @Override
    public void close() {
        listening.close().syncUninterruptibly();
        clients.close().syncUninterruptibly();
        loops.shutdownGracefully(0, QUIT_LIMIT_SECONDS, TimeUnit.SECONDS).syncUninterruptibly();
        committer.interrupt();
        try {
            committer.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        store.close();
    }
}
