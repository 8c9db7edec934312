package io.chatkeeper.gateway.streams;

import io.chatkeeper.contract.PublicNotesEvent.NoteRedacted;
import io.chatkeeper.contract.Recorded;
import io.chatkeeper.pipeline.kafka.EventFormat;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.apache.kafka.common.header.Headers;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.FluxSink;
import reactor.core.scheduler.Schedulers;

/// All public events as they come, in the order in which this process read them; the last of them
/// are kept, so that a stream that was cut goes on where it was. A reader of one chat costs nothing
/// when another chat has news.
public final class EventFeed {
    private static final Logger LOG = LoggerFactory.getLogger(EventFeed.class);

    /// This many events are kept.
    static final int KEPT = 20_000;

    /// A reader may be this many events behind before it is cut.
    static final int READER_BEHIND = 2_048;

    private static final String EVERYTHING = "";

    /// An event with its place in this process's reading.
    public record Item(long index, Recorded recorded) {
        String streamId() {
            return recorded.envelope().streamId();
        }
    }

    private final EventFormat format;
    private final ArrayDeque<Item> kept = new ArrayDeque<>();
    private final Map<String, ArrayDeque<Item>> keptByStream = new HashMap<>();
    private final Map<String, Set<Consumer<Item>>> readers = new HashMap<>();
    private long next = 1;

    /// Notes whose texts are not given out any more, though their events are still kept.
    private final Map<String, String> redactions =
            new LinkedHashMap<>() {
                @Override
                protected boolean removeEldestEntry(Map.Entry<String, String> eldest) {
                    return size() > KEPT;
                }
            };

    public EventFeed(EventFormat format) {
        this.format = format;
    }

    /// Takes one record; called by one thread.
    public void take(Headers headers, byte[] value) {
        try {
            take(format.read(headers, value));
        } catch (RuntimeException e) {
            LOG.error("unreadable event on the feed", e);
        }
    }

    private synchronized void take(Recorded recorded) {
        if (recorded.event() instanceof NoteRedacted redacted) {
            redactions.put(redacted.noteId(), redacted.chatId());
        }
        Item item = new Item(next++, recorded);
        kept.add(item);
        keptByStream.computeIfAbsent(item.streamId(), _ -> new ArrayDeque<>()).add(item);
        if (kept.size() > KEPT) {
            String oldest = kept.removeFirst().streamId();
            ArrayDeque<Item> ofStream = Objects.requireNonNull(keptByStream.get(oldest));
            ofStream.removeFirst();
            if (ofStream.isEmpty()) {
                keptByStream.remove(oldest);
            }
        }
        readers.getOrDefault(EVERYTHING, Set.of()).forEach(reader -> reader.accept(item));
        readers.getOrDefault(item.streamId(), Set.of()).forEach(reader -> reader.accept(item));
    }

    /// Whether everything behind this index is still here.
    synchronized boolean reaches(long index) {
        return index < next
                && (kept.isEmpty() ? index == next - 1 : index >= kept.peek().index - 1);
    }

    /// The events that are kept, the oldest first.
    synchronized List<Recorded> kept() {
        return kept.stream().map(item -> Redactions.applied(redactions, item.recorded)).toList();
    }

    /// The index of the newest event; 0 before the first.
    synchronized long last() {
        return next - 1;
    }

    /// How many streams read along: live connections of this process.
    public synchronized int readers() {
        return readers.values().stream().mapToInt(Set::size).sum();
    }

    /// Everything wanted behind an index: first what is kept, then what comes. A reader too slow is
    /// cut with an error.
    ///
    /// @param wanted asked once an event, in their order, never by two threads at once
    Flux<Item> after(long index, Predicate<Recorded> wanted) {
        return reading(EVERYTHING, item -> item.index > index && wanted.test(item.recorded));
    }

    /// The events of one chat's own stream, from what is kept on.
    public Flux<Recorded> chat(String chatId) {
        return reading(chatId, _ -> true).map(Item::recorded);
    }

    /// Readers work on threads of their own: none of them holds up the feed.
    private Flux<Item> reading(String stream, Predicate<Item> wanted) {
        return Flux.<Item>create(
                        sink -> connect(sink, stream, wanted), FluxSink.OverflowStrategy.IGNORE)
                .onBackpressureBuffer(READER_BEHIND + KEPT)
                .publishOn(Schedulers.parallel());
    }

    private synchronized void connect(FluxSink<Item> sink, String stream, Predicate<Item> wanted) {
        Consumer<Item> reader =
                item -> {
                    if (wanted.test(item)) {
                        sink.next(item);
                    }
                };
        (stream.equals(EVERYTHING) ? kept : keptByStream.getOrDefault(stream, new ArrayDeque<>()))
                .forEach(item ->
                        reader.accept(
                                new Item(
                                        item.index,
                                        Redactions.applied(redactions, item.recorded))));
        readers.computeIfAbsent(stream, _ -> new CopyOnWriteArraySet<>()).add(reader);
        sink.onDispose(() -> disconnect(stream, reader));
    }

    private synchronized void disconnect(String stream, Consumer<Item> reader) {
        Set<Consumer<Item>> ofStream = readers.getOrDefault(stream, Set.of());
        ofStream.remove(reader);
        if (ofStream.isEmpty()) {
            readers.remove(stream);
        }
    }
}
