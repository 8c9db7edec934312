package io.chatkeeper.pipeline.kafka;

import io.chatkeeper.pipeline.Pause;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/// How far this process has handled events: what follows from them is on its topic. It is known at
/// once, while the offset of the group is committed later. What was handled stays handled, whoever
/// has the partition now.
public final class Handled {
    private record Place(String group, TopicPartition partition) {}

    private final ConcurrentHashMap<Place, Long> next = new ConcurrentHashMap<>();
    private final AtomicInteger waiting = new AtomicInteger();
    private volatile CompletableFuture<Void> moved = new CompletableFuture<>();
    private volatile CompletableFuture<Void> wanted = new CompletableFuture<>();

    /// To be called when everything that follows from a batch is on its topic.
    public void took(String group, List<ConsumerRecord<String, byte[]>> batch) {
        for (ConsumerRecord<String, byte[]> record : batch) {
            var partition = new TopicPartition(record.topic(), record.partition());
            next.merge(new Place(group, partition), record.offset() + 1, Math::max);
        }
        CompletableFuture<Void> signal = moved;
        moved = new CompletableFuture<>();
        signal.complete(null);
    }

    /// The offset behind the last record that was handled here; 0 if none was.
    long next(String group, TopicPartition partition) {
        return next.getOrDefault(new Place(group, partition), 0L);
    }

    /// Completes when more has been handled.
    CompletableFuture<Void> moved() {
        return moved;
    }

    /// Somebody waits from now on, until `served`: nothing should be let gather.
    void awaited() {
        waiting.incrementAndGet();
        wanted.complete(null);
    }

    void served() {
        if (waiting.decrementAndGet() == 0) {
            wanted = new CompletableFuture<>();
        }
    }

    /// Lets events gather for so long, or until somebody waits for them.
    public void gather(Duration time, Pause pause) throws InterruptedException {
        if (waiting.get() == 0) {
            pause.atMost(time, wanted);
        }
    }
}
