package io.chatkeeper.bench;

import io.chatkeeper.bench.targets.Chats;
import io.chatkeeper.bench.targets.Replies;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Makes new chats on a service, each time under ids of their own, so that one measurement can be
/// checked without reading what others have left.
final class Chatting {
    private static final int TRIES = 60;
    private static final int TRY_SECONDS = 3;

    private final Ground ground;
    private final Replies replies;
    private int sets;

    Chatting(Ground ground) {
        this.ground = ground;
        this.replies = ground.keep(new Replies(ground.connection()));
    }

    Chats on(String service, int chats) {
        sets++;
        return new Chats(ground.connection(), replies, service, "s" + sets, chats);
    }

    /// Waits until a service answers: it is up, and knows the procedure its chats follow.
    void awaitReady(String service, Program program) throws InterruptedException {
        for (int i = 0; i < TRIES; i++) {
            program.requireAlive();
            try {
                on(service, 1).submit(0).get(TRY_SECONDS, TimeUnit.SECONDS);
                return;
            } catch (ExecutionException | TimeoutException _) {
                Thread.sleep(TRY_SECONDS * 100);
            }
        }
        throw new IllegalStateException(service + " does not answer");
    }
}
