package io.chatkeeper.bench.oracle;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/// What a client knows for certain: which commands it sent to which stream in which order, and
/// which of them were acknowledged, at which sequence.
public final class Ledger {
    private final Map<String, List<String>> sent = new ConcurrentHashMap<>();
    private final Map<String, Long> acknowledged = new ConcurrentHashMap<>();

    /// Notes a command before it is sent.
    public void sent(String stream, String command) {
        List<String> commands = sent.computeIfAbsent(stream, _ -> new ArrayList<>());
        synchronized (commands) {
            commands.add(command);
        }
    }

    /// Notes an acknowledgement, which named the stream's sequence after the command.
    public void acknowledged(String command, long sequence) {
        acknowledged.put(command, sequence);
    }

    /// How many commands were acknowledged.
    public long acknowledged() {
        return acknowledged.size();
    }

    boolean isAcknowledged(String command) {
        return acknowledged.containsKey(command);
    }

    long sequenceOf(String command) {
        return acknowledged.getOrDefault(command, 0L);
    }

    /// The streams with their commands, as they were sent.
    Map<String, List<String>> streams() {
        return new TreeMap<>(sent);
    }
}
