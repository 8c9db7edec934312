package io.chatkeeper.bench;

import io.chatkeeper.pipeline.Pause;
import io.chatkeeper.pipeline.journal.Append;
import io.chatkeeper.pipeline.journal.Entry;
import io.chatkeeper.pipeline.journal.InMemoryJournal;
import io.chatkeeper.pipeline.journal.Journal;
import io.chatkeeper.pipeline.journal.Snapshot;
import io.chatkeeper.pipeline.journal.StreamEnd;
import io.chatkeeper.pipeline.kafka.Partitioning;
import io.chatkeeper.pipeline.wakeups.WakeUps;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.HdrHistogram.Histogram;

/// The pipeline's own timers with many pending, without broker and store: how much memory they
/// take, how soon they are armed, and how late they ring, alone and in a burst. `Timers PENDING
/// COMMIT` prints one line.
final class Timers {
    private static final int PARTITIONS = 16;
    private static final int FIRES = 1_000;
    private static final int A_SECOND = 100;
    private static final int BURST = 5_000;

    private final Histogram lateNanos = new Histogram(3);
    private final CountDownLatch one = new CountDownLatch(FIRES);
    private final CountDownLatch burst = new CountDownLatch(BURST);

    private Timers() {}

    public static void main(String[] args) throws InterruptedException {
        System.out.println(new Timers().measured(Integer.parseInt(args[0]), args[1]));
    }

    private String measured(int pending, String commit) throws InterruptedException {
        long before = heap();
        long start = System.nanoTime();
        WakeUps timers =
                new WakeUps(
                        new Pending(pending),
                        new Partitioning(PARTITIONS)::of,
                        InstantSource.system(),
                        Pause.REAL,
                        new WakeUps.Bounds(Duration.ofSeconds(30), Duration.ofSeconds(30)),
                        this::rang);
        timers.gained(IntStream.range(0, PARTITIONS).boxed().collect(Collectors.toSet()));
        long ready = System.nanoTime() - start;
        long held = heap() - before;
        timers.start();
        Instant first = Instant.now().plusSeconds(1);
        for (int i = 0; i < FIRES; i++) {
            timers.set("one-" + i, first.plusMillis(1_000L * i / A_SECOND));
        }
        require(one.await(60, TimeUnit.SECONDS));
        Instant due = Instant.now().plusSeconds(2);
        for (int i = 0; i < BURST; i++) {
            timers.set("burst-" + i, due);
        }
        require(burst.await(60, TimeUnit.SECONDS));
        Duration all = Duration.between(due, Instant.now());
        timers.close();
        return "commit=%s pending=%d readyMillis=%d heapBytesEach=%d lateMicros p50=%d p99=%d max=%d"
                        .formatted(
                                commit,
                                pending,
                                ready / 1_000_000,
                                held / pending,
                                lateNanos.getValueAtPercentile(50) / 1_000,
                                lateNanos.getValueAtPercentile(99) / 1_000,
                                lateNanos.getMaxValue() / 1_000)
                + " burst=%d burstMillis=%d".formatted(BURST, all.toMillis());
    }

    private static void require(boolean inTime) {
        if (!inTime) {
            throw new IllegalStateException("timers did not ring");
        }
    }

    private void rang(List<WakeUps.Due> due) {
        Instant now = Instant.now();
        for (WakeUps.Due each : due) {
            if (each.streamId().startsWith("one-")) {
                lateNanos.recordValue(Math.max(0, Duration.between(each.at(), now).toNanos()));
                one.countDown();
            } else {
                burst.countDown();
            }
        }
    }

    private static long heap() {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }

    /// A journal in which so many streams want to be woken in a day and later.
    private record Pending(int streams, Journal empty) implements Journal {
        Pending(int streams) {
            this(streams, new InMemoryJournal());
        }

        @Override
        public Map<String, Instant> wakeUps(Predicate<String> picked) {
            Instant later = Instant.now().plus(Duration.ofDays(1));
            Map<String, Instant> due = HashMap.newHashMap(streams);
            for (int i = 0; i < streams; i++) {
                String stream = "clock-0199e0a4-7c00-7000-8000-%012d".formatted(i);
                if (picked.test(stream)) {
                    due.put(stream, later.plusMillis(i));
                }
            }
            return due;
        }

        @Override
        public Stored load(String streamId, String shape) {
            return empty.load(streamId, shape);
        }

        @Override
        public List<Entry> read(String streamId, long after, int limit) {
            return empty.read(streamId, after, limit);
        }

        @Override
        public boolean endsAt(String streamId, StreamEnd end) {
            return empty.endsAt(streamId, end);
        }

        @Override
        public CompletableFuture<Void> append(Append append) {
            return empty.append(append);
        }

        @Override
        public void keep(String streamId, Snapshot snapshot) {
            empty.keep(streamId, snapshot);
        }
    }
}
