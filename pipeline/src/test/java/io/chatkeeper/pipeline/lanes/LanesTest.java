package io.chatkeeper.pipeline.lanes;

import static org.assertj.core.api.Assertions.assertThat;

import io.chatkeeper.pipeline.Pause;
import io.chatkeeper.pipeline.journal.Append;
import io.chatkeeper.pipeline.journal.Entry;
import io.chatkeeper.pipeline.journal.InMemoryJournal;
import io.chatkeeper.pipeline.journal.Journal;
import io.chatkeeper.pipeline.journal.Snapshot;
import io.chatkeeper.pipeline.journal.StreamEnd;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class LanesTest {
    private final Heard heard = new Heard();
    private final SlowJournal journal = new SlowJournal();
    private final CountDownLatch bug = new CountDownLatch(1);
    private final Lanes lanes =
            new Lanes(
                    journal,
                    new Toy(),
                    heard,
                    Pause.REAL,
                    new Lanes.Bounds(1_000, 64),
                    bug::countDown);

    @Test
    void what_waits_for_a_key_is_decided_in_order() {
        List<CompletableFuture<Void>> done = new ArrayList<>();
        for (int i = 1; i <= 200; i++) {
            done.add(lanes.enqueue(Toy.command("c" + i, i, "say " + i)));
        }
        done.forEach(CompletableFuture::join);

        List<Entry> entries = journal.read("toy-1", 0, 1_000);
        assertThat(entries).hasSize(200);
        assertThat(entries)
                .extracting(entry -> entry.source().offset())
                .isSortedAccordingTo(Long::compare);
    }

    @Test
    void what_comes_while_an_append_is_in_flight_goes_together_with_the_next() throws Exception {
        journal.hold();
        CompletableFuture<Void> first = lanes.enqueue(Toy.command("a", 1, "say a"));
        journal.awaitAppend();
        List<CompletableFuture<Void>> later = new ArrayList<>();
        for (int i = 2; i <= 11; i++) {
            later.add(lanes.enqueue(Toy.command("c" + i, i, "say " + i)));
        }
        assertThat(first).isNotDone();
        journal.release();
        later.forEach(CompletableFuture::join);

        assertThat(first).isCompleted();
        assertThat(journal.appends()).isEqualTo(2);
    }

    @Test
    void settling_waits_for_what_is_under_way() throws Exception {
        journal.hold();
        CompletableFuture<Void> done = lanes.enqueue(Toy.command("a", 1, "say a"));
        journal.awaitAppend();
        lanes.settle(_ -> true, Duration.ofMillis(1));
        assertThat(done).isNotDone();

        journal.release();
        lanes.settle(_ -> true, Duration.ofSeconds(10));

        assertThat(done).isCompleted();
    }

    @Test
    void a_lane_that_dies_is_a_bug_and_says_so() throws Exception {
        journal.breakDown();
        lanes.enqueue(Toy.command("a", 1, "say a"));

        assertThat(bug.await(10, TimeUnit.SECONDS)).isTrue();
    }

    /// A journal that can be held in the middle of an append.
    private static final class SlowJournal implements Journal {
        private final Journal kept = new InMemoryJournal();
        private final CountDownLatch reached = new CountDownLatch(1);
        private CompletableFuture<Void> gate = CompletableFuture.completedFuture(null);
        private boolean broken;
        private int appends;

        synchronized void hold() {
            gate = new CompletableFuture<>();
        }

        synchronized void release() {
            gate.complete(null);
        }

        synchronized void breakDown() {
            broken = true;
        }

        synchronized int appends() {
            return appends;
        }

        void awaitAppend() throws InterruptedException {
            assertThat(reached.await(10, TimeUnit.SECONDS)).isTrue();
        }

        @Override
        public synchronized CompletableFuture<Void> append(Append append) {
            if (broken) {
                throw new IllegalStateException("a bug");
            }
            appends++;
            reached.countDown();
            return gate.thenCompose(_ -> kept.append(append));
        }

        @Override
        public Stored load(String streamId, String shape) {
            return kept.load(streamId, shape);
        }

        @Override
        public List<Entry> read(String streamId, long after, int limit) {
            return kept.read(streamId, after, limit);
        }

        @Override
        public boolean endsAt(String streamId, StreamEnd end) {
            return kept.endsAt(streamId, end);
        }

        @Override
        public void keep(String streamId, Snapshot snapshot) {
            kept.keep(streamId, snapshot);
        }

        @Override
        public Map<String, Instant> wakeUps(Predicate<String> streams) {
            return kept.wakeUps(streams);
        }
    }
}
