package io.chatkeeper.torture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What the clients asked for and what they were told. It is kept outside of everything that is
/// killed, and is the measure of what Chatkeeper promised. Each line is also in a file, for people.
final class ClientJournal implements AutoCloseable {
    private record Open(Asked asked, List<Reply> replies) {}

    private final Map<String, Open> exchanges = new LinkedHashMap<>();
    private final Writer file;
    private long order;

    ClientJournal(Path file) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            this.file = Files.newBufferedWriter(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Before the first attempt.
    synchronized Asked asking(Asked asked) {
        if (exchanges.put(asked.key(), new Open(asked, new ArrayList<>())) != null) {
            throw new IllegalStateException("key used twice: " + asked.key());
        }
        write("asked %s %s".formatted(asked.key(), Json.text(asked)));
        return asked;
    }

    /// After an attempt that got an answer.
    synchronized Reply answered(Asked asked, int status, String body, boolean retryAfter) {
        Reply reply = new Reply(++order, status, Json.read(body), retryAfter);
        exchanges.get(asked.key()).replies.add(reply);
        write("answered %s %s".formatted(asked.key(), Json.text(reply)));
        return reply;
    }

    synchronized List<Exchange> exchanges() {
        return exchanges.values().stream()
                .map(open -> new Exchange(open.asked, open.replies))
                .toList();
    }

    synchronized int size() {
        return exchanges.size();
    }

    private void write(String line) {
        try {
            file.write(line);
            file.write('\n');
            file.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public synchronized void close() {
        try {
            file.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
