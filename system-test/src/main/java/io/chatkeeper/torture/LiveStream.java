package io.chatkeeper.torture;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// A live stream read in the background; cut, it goes on behind the last cursor it was given.
final class LiveStream implements AutoCloseable {
    private static final Duration AGAIN = Duration.ofMillis(250);
    private static final Duration QUIET = Duration.ofSeconds(8);

    private final Gateway gateway;
    private final String name;
    private final String path;
    private final String chatId;
    private final Supplier<String> token;
    private final List<Evidence.Frame> frames = new ArrayList<>();
    private final Thread reader;
    private volatile boolean open = true;
    private volatile boolean snapshot;
    private volatile @Nullable InputStream connection;
    private int segment;
    private long lastFrame = System.nanoTime();
    private String cursor = "";

    LiveStream(Gateway gateway, String name, String path, String chatId, Supplier<String> token) {
        this.gateway = gateway;
        this.name = name;
        this.path = path;
        this.chatId = chatId;
        this.token = token;
        this.reader = Thread.ofVirtual().name("stream " + name).start(this::read);
    }

    /// Whether it has begun to show things.
    boolean isOpen() {
        return snapshot;
    }

    synchronized Evidence.Watched watched() {
        return new Evidence.Watched(name, chatId, List.copyOf(frames), segment + 1);
    }

    /// Whether nothing more of a chat is to be expected: its last event was shown, or a reset may
    /// have passed over it and it has been quiet for a while.
    synchronized boolean isThrough(String chat, long last) {
        boolean quiet = System.nanoTime() - lastFrame > QUIET.toNanos();
        return reached(chat) >= last || segment > 0 && quiet;
    }

    /// The last sequence it has shown of a chat; 0 before the first.
    private long reached(String chat) {
        return frames.stream()
                .map(Evidence.Frame::entry)
                .filter(entry -> entry.chatId().equals(chat))
                .mapToLong(Entry::sequence)
                .max()
                .orElse(0);
    }

    private void read() {
        while (open) {
            try {
                HttpRequest.Builder request =
                        gateway.request(path, token.get()).header("Accept", "text/event-stream");
                if (!cursor.isEmpty()) {
                    request.header("Last-Event-ID", cursor);
                }
                HttpResponse<InputStream> answer =
                        gateway.client().send(request.GET().build(), BodyHandlers.ofInputStream());
                connection = answer.body();
                if (answer.statusCode() == 200) {
                    new EventStream(answer.body()).read(this::take);
                } else {
                    answer.body().close();
                }
            } catch (IOException | RuntimeException _) {
                // Cut; the next attempt says where to go on.
            } catch (InterruptedException _) {
                return;
            }
            Deadline.pause(AGAIN);
        }
    }

    private synchronized void take(String id, String event, String data) {
        if (event.equals("reset")) {
            segment++;
        }
        if (event.equals("snapshot")) {
            snapshot = true;
        }
        if (event.startsWith("io.chatkeeper.chat.")) {
            var body = Json.read(data);
            String chat = body.path("streamId").asString("");
            lastFrame = System.nanoTime();
            frames.add(new Evidence.Frame(segment, Entry.of(chat, body, name + " frame " + id)));
        }
        if (!id.isEmpty()) {
            cursor = id;
        }
    }

    @Override
    public void close() {
        open = false;
        reader.interrupt();
        InputStream read = connection;
        if (read != null) {
            try {
                read.close();
            } catch (IOException _) {
                // It was cut already.
            }
        }
    }
}
