package io.chatkeeper.torture;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;

/// Many chats in which a visitor says something once a second, whether or not anybody changes the
/// house meanwhile. A visitor whose message has no outcome yet waits for it, and so does the chat.
final class SteadyTalk {
    private static final long SECOND = 1_000_000_000L;

    /// @param begun when the message was sent first, in nanoseconds since the talk began
    /// @param waited until it was acknowledged, however often it had to be asked for
    record Waited(String chatId, long begun, long waited) {}

    private final Stage stage;
    private final AtomicBoolean going = new AtomicBoolean(true);
    private final ConcurrentLinkedQueue<Waited> waits = new ConcurrentLinkedQueue<>();
    private final ConcurrentLinkedQueue<String> failures = new ConcurrentLinkedQueue<>();
    private final List<Thread> visitors = new ArrayList<>();
    private long start;

    SteadyTalk(Stage stage) {
        this.stage = stage;
    }

    /// Opens the chats one behind the other, then lets all of them talk.
    void begin(int chats) {
        record Opened(String chatId, Party visitor) {}
        List<Opened> opened = new ArrayList<>();
        for (int i = 0; i < chats; i++) {
            Reply reply = Party.opens(stage).filter(Reply::accepted).orElseThrow();
            opened.add(
                    new Opened(
                            reply.text("chatId"),
                            Party.visitor(stage, reply.text("visitorToken"))));
        }
        start = System.nanoTime();
        for (int i = 0; i < chats; i++) {
            Opened one = opened.get(i);
            long first = SECOND * i / chats;
            visitors.add(
                    Thread.ofVirtual()
                            .name("visitor-" + i)
                            .start(() -> talk(one.chatId(), one.visitor(), first)));
        }
    }

    private void talk(String chatId, Party visitor, long first) {
        for (long next = first; going.get(); next += SECOND) {
            long early = next - since();
            if (early > 0) {
                Deadline.pause(Duration.ofNanos(early));
            }
            long begun = since();
            if (visitor.says(chatId).filter(Reply::accepted).isEmpty()) {
                failures.add(chatId + " was not answered, or refused");
            }
            waits.add(new Waited(chatId, begun, since() - begun));
        }
    }

    private long since() {
        return System.nanoTime() - start;
    }

    /// Lets everybody finish what they say.
    List<Waited> end(Duration limit) {
        going.set(false);
        if (!Deadline.in(limit).await(() -> visitors.stream().noneMatch(Thread::isAlive))) {
            failures.add("visitors still wait after " + limit);
        }
        return List.copyOf(waits);
    }

    List<String> failures() {
        return List.copyOf(failures);
    }
}
