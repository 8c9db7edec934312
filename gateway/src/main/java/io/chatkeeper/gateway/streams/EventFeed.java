package io.chatkeeper.gateway.streams;

import io.chatkeeper.contract.Recorded;
import io.chatkeeper.pipeline.kafka.EventFormat;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.function.Consumer;
import org.apache.kafka.common.header.Headers;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.FluxSink;

/// All public events as they come, in the order in which this process read them; the last of them
/// are kept, so that a stream that was cut goes on where it was.
public final class EventFeed {
    private static final Logger LOG = LoggerFactory.getLogger(EventFeed.class);

    /// This many events are kept.
    static final int KEPT = 20_000;

    /// A reader may be this many events behind before it is cut.
    static final int READER_BEHIND = 2_048;

    /// An event with its place in this process's reading.
    public record Item(long index, Recorded recorded) {}

    private final EventFormat format;
    private final ArrayDeque<Item> kept = new ArrayDeque<>();
    private final Set<Consumer<Item>> readers = new CopyOnWriteArraySet<>();
    private long next = 1;

    public EventFeed(EventFormat format) {
        this.format = format;
    }

    /// Takes one record; called by one thread.
    public void take(Headers headers, byte[] value) {
        try {
            Recorded recorded = format.read(headers, value);
            synchronized (this) {
                Item item = new Item(next++, recorded);
                kept.add(item);
                if (kept.size() > KEPT) {
                    kept.removeFirst();
                }
                readers.forEach(reader -> reader.accept(item));
            }
        } catch (RuntimeException e) {
            LOG.error("unreadable event on the feed", e);
        }
    }

    /// Whether everything behind this index is still here.
    synchronized boolean reaches(long index) {
        return index < next
                && (kept.isEmpty() ? index == next - 1 : index >= kept.peek().index - 1);
    }

    /// The events that are kept, the oldest first.
    synchronized List<Recorded> kept() {
        return kept.stream().map(Item::recorded).toList();
    }

    /// The index of the newest event; 0 before the first.
    synchronized long last() {
        return next - 1;
    }

    /// How many streams read along.
    int readers() {
        return readers.size();
    }

    /// Everything behind an index: first what is kept, then what comes. A reader too slow is cut
    /// with an error.
    Flux<Item> after(long index) {
        return Flux.<Item>create(sink -> connect(sink, index), FluxSink.OverflowStrategy.IGNORE)
                .onBackpressureBuffer(READER_BEHIND + KEPT);
    }

    /// The events of one chat's own stream, from what is kept on.
    public Flux<Recorded> chat(String chatId) {
        return after(0).map(Item::recorded)
                .filter(recorded -> recorded.envelope().streamId().equals(chatId));
    }

    private void connect(FluxSink<Item> sink, long index) {
        Consumer<Item> reader = sink::next;
        synchronized (this) {
            List.copyOf(kept).stream().filter(item -> item.index > index).forEach(reader);
            readers.add(reader);
        }
        sink.onDispose(() -> readers.remove(reader));
    }
}
