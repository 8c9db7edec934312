package io.chatkeeper.system;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// A live stream that is read in the background, reconnecting with its cursor when it is cut.
final class LiveStream implements AutoCloseable {
    /// @param id the cursor; empty for frames without one
    record Frame(String id, String event, JsonNode data) {
        boolean is(String type) {
            return event.equals("io.chatkeeper." + type + ".v1");
        }
    }

    private final Http http;
    private final String path;
    private final String token;
    private final List<Frame> frames = new CopyOnWriteArrayList<>();
    private final Thread reader;
    private volatile boolean open = true;
    private volatile @Nullable String cursor;

    LiveStream(Http http, String path, String token) {
        this.http = http;
        this.path = path;
        this.token = token;
        this.reader = Thread.ofVirtual().name("stream " + path).start(this::read);
        Wait.until("a snapshot on " + path, () -> frames, seen -> !seen.isEmpty());
    }

    List<Frame> frames() {
        return frames;
    }

    /// The first frame that is liked, once it is there.
    Frame await(String what, Predicate<Frame> liked) {
        Wait.until(what, () -> frames, seen -> seen.stream().anyMatch(liked));
        return frames.stream().filter(liked).findFirst().orElseThrow();
    }

    private void read() {
        while (open) {
            HttpRequest.Builder request =
                    http.request(path, token).header("Accept", "text/event-stream");
            String last = cursor;
            if (last != null) {
                request.header("Last-Event-ID", last);
            }
            try (Stream<String> lines =
                    http.client().send(request.GET().build(), BodyHandlers.ofLines()).body()) {
                parse(lines);
            } catch (Exception e) {
                Wait.aMoment(java.time.Duration.ofMillis(200));
            }
        }
    }

    private void parse(Stream<String> lines) {
        String[] frame = {"", "", ""};
        lines.takeWhile(_ -> open)
                .forEach(line -> {
                    if (line.isEmpty()) {
                        take(frame[0], frame[1], frame[2]);
                        java.util.Arrays.fill(frame, "");
                    } else if (line.startsWith("id:")) {
                        frame[0] = line.substring(3);
                    } else if (line.startsWith("event:")) {
                        frame[1] = line.substring(6);
                    } else if (line.startsWith("data:")) {
                        frame[2] += line.substring(5);
                    }
                });
    }

    private void take(String id, String event, String data) {
        if (event.isEmpty()) {
            return;
        }
        if (!id.isEmpty()) {
            cursor = id;
        }
        frames.add(new Frame(id, event, Http.JSON.readTree(data)));
    }

    @Override
    public void close() {
        open = false;
        reader.interrupt();
    }
}
