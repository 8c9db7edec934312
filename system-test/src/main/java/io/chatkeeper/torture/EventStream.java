package io.chatkeeper.torture;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;

/// Server-sent events, frame by frame.
final class EventStream {
    /// Takes a frame.
    interface Taker {
        void take(String id, String event, String data);
    }

    private final BufferedReader lines;

    EventStream(InputStream body) {
        this.lines = new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8));
    }

    /// Reads until the stream ends or is cut; half a frame at its end is dropped.
    void read(Taker taker) throws IOException {
        String id = "";
        String event = "";
        StringBuilder data = new StringBuilder();
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.isEmpty()) {
                taker.take(id, event, data.toString());
                id = "";
                event = "";
                data.setLength(0);
            } else if (line.startsWith("id:")) {
                id = line.substring("id:".length());
            } else if (line.startsWith("event:")) {
                event = line.substring("event:".length());
            } else if (line.startsWith("data:")) {
                data.append(line, "data:".length(), line.length());
            }
        }
    }
}
