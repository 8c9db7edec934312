package io.chatkeeper.pipeline.wakeups;

import static org.assertj.core.api.Assertions.assertThat;

import io.chatkeeper.pipeline.Pause;
import io.chatkeeper.pipeline.journal.Entries;
import io.chatkeeper.pipeline.journal.InMemoryJournal;
import io.chatkeeper.pipeline.journal.Journal;
import io.chatkeeper.pipeline.journal.StreamEnd;
import io.chatkeeper.testkit.ManualClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Setting any timer makes the ringer look at the clock again: a spec moves the clock and then sets
/// a probe that is due at once. What rings before the probe was due.
@Timeout(20)
class WakeUpsTest {
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static final int MANY = 500;

    private final ManualClock clock = new ManualClock(NOON);
    private final LinkedBlockingQueue<String> rung = new LinkedBlockingQueue<>();
    private final Journal journal = new InMemoryJournal();
    private final WakeUps wakeUps =
            new WakeUps(
                    journal,
                    stream -> stream.startsWith("far") ? 1 : 0,
                    clock,
                    Pause.REAL,
                    new WakeUps.Bounds(Duration.ofMillis(250), Duration.ofSeconds(30)),
                    due -> due.forEach(one -> rung.add(one.streamId())));
    private int probes;

    @BeforeEach
    void start() {
        wakeUps.gained(Set.of(0));
        wakeUps.start();
    }

    @AfterEach
    void stop() {
        wakeUps.close();
    }

    @Test
    void a_timer_rings_when_it_is_due_and_not_before() throws InterruptedException {
        wakeUps.set("toy-1", NOON.plusSeconds(60));
        clock.advance(Duration.ofSeconds(60).minusMillis(1));
        assertNothingRang();

        clock.advance(Duration.ofMillis(1));
        assertThat(next()).isEqualTo("toy-1");
    }

    @Test
    void what_the_journal_knows_is_taken_over_with_a_partition() throws InterruptedException {
        journal.append(Entries.append("far-1", StreamEnd.START, 1, NOON, "{}")).join();
        wakeUps.gained(Set.of(1));

        assertThat(next()).isEqualTo("far-1");
    }

    @Test
    void what_is_overdue_when_a_partition_comes_rings_in_due_order() throws InterruptedException {
        for (int i = 0; i < MANY; i++) {
            Instant due = NOON.minusSeconds(MANY - i);
            journal.append(Entries.append("far-" + i, StreamEnd.START, 1, due, "{}")).join();
        }
        wakeUps.gained(Set.of(1));

        for (int i = 0; i < MANY; i++) {
            assertThat(next()).isEqualTo("far-" + i);
        }
    }

    @Test
    void the_earliest_rings_first() throws InterruptedException {
        wakeUps.set("toy-2", NOON.plusSeconds(2));
        wakeUps.set("toy-1", NOON.plusSeconds(1));
        clock.advance(Duration.ofSeconds(3));
        wakeUps.set("toy-9", NOON.plusSeconds(600));

        assertThat(next()).isEqualTo("toy-1");
        assertThat(next()).isEqualTo("toy-2");
    }

    @Test
    void a_timer_that_was_taken_away_or_moved_does_not_ring() throws InterruptedException {
        wakeUps.set("toy-1", NOON.plusSeconds(1));
        wakeUps.set("toy-2", NOON.plusSeconds(1));
        wakeUps.set("toy-1", null);
        wakeUps.set("toy-2", NOON.plusSeconds(10));
        clock.advance(Duration.ofSeconds(2));

        assertNothingRang();
    }

    @Test
    void a_wake_up_that_got_lost_rings_again() throws InterruptedException {
        wakeUps.set("toy-1", NOON);
        assertThat(next()).isEqualTo("toy-1");

        clock.advance(Duration.ofMillis(250));
        wakeUps.set("toy-9", NOON.plusSeconds(600));

        assertThat(next()).isEqualTo("toy-1");
    }

    @Test
    void a_slow_lane_is_not_flooded() throws InterruptedException {
        wakeUps.set("toy-1", NOON);
        assertThat(next()).isEqualTo("toy-1");
        clock.advance(Duration.ofMillis(250));
        wakeUps.set("toy-9", NOON.plusSeconds(600));
        assertThat(next()).isEqualTo("toy-1");

        clock.advance(Duration.ofMillis(499));
        assertNothingRang();
        clock.advance(Duration.ofMillis(1));
        wakeUps.set("toy-9", NOON.plusSeconds(601));

        assertThat(next()).isEqualTo("toy-1");
    }

    @Test
    void a_stream_that_still_wants_the_past_is_not_rung_at_once() throws InterruptedException {
        wakeUps.set("toy-1", NOON);
        assertThat(next()).isEqualTo("toy-1");
        wakeUps.set("toy-1", NOON);

        assertNothingRang();
    }

    @Test
    void streams_of_other_partitions_are_not_ours() throws InterruptedException {
        wakeUps.set("far-1", NOON);

        assertNothingRang();
    }

    @Test
    void a_lost_partition_takes_its_timers_along() throws InterruptedException {
        wakeUps.gained(Set.of(1));
        wakeUps.set("far-1", NOON.plusSeconds(1));
        wakeUps.lost(1);
        clock.advance(Duration.ofSeconds(2));

        assertNothingRang();
    }

    private String next() throws InterruptedException {
        return String.valueOf(rung.poll(10, TimeUnit.SECONDS));
    }

    private void assertNothingRang() throws InterruptedException {
        String probe = "toy-probe-" + probes++;
        wakeUps.set(probe, clock.instant());
        assertThat(next()).isEqualTo(probe);
        wakeUps.set(probe, null);
    }
}
