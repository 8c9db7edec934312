package io.chatkeeper.bench.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class LoadTest {
    private static final int STREAMS = 3;

    @Test
    void a_burst_gives_every_stream_its_share_and_then_lets_go() throws InterruptedException {
        AtomicInteger submitted = new AtomicInteger();
        AtomicInteger whenLetGo = new AtomicInteger();
        Target target = new Doing(submitted, CompletableFuture.completedFuture(null));

        Outcome outcome = new Burst(4, () -> whenLetGo.set(submitted.get())).on(target);

        assertThat(outcome.acknowledged()).isEqualTo(4 * STREAMS);
        assertThat(whenLetGo).hasValue(4 * STREAMS);
    }

    @Test
    void an_open_loop_submits_its_rate_whatever_the_target_does() throws InterruptedException {
        AtomicInteger submitted = new AtomicInteger();
        Target target = new Doing(submitted, CompletableFuture.completedFuture(null));

        Outcome outcome = new OpenLoop(1_000, Duration.ofMillis(100)).on(target);

        assertThat(submitted).hasValue(100);
        assertThat(outcome.acknowledged()).isEqualTo(100);
    }

    @Test
    void a_refused_piece_has_failed_and_has_no_latency() throws InterruptedException {
        Target target =
                new Doing(
                        new AtomicInteger(),
                        CompletableFuture.failedFuture(new IllegalStateException("refused")));

        Outcome outcome = new Burst(1, () -> {}).on(target);

        assertThat(outcome.failed()).isEqualTo(STREAMS);
        assertThat(outcome.acknowledged()).isZero();
    }

    @Test
    void the_latency_counts_from_the_intended_start() throws InterruptedException {
        AtomicInteger submitted = new AtomicInteger();
        Target stalling = new Stalling(submitted, Duration.ofMillis(200));

        Outcome outcome = new OpenLoop(100, Duration.ofMillis(100)).on(stalling);

        // All ten were meant to begin within 100 ms; the first held the others up.
        assertThat(outcome.p50()).isGreaterThan(100);
    }

    private record Doing(AtomicInteger submitted, CompletableFuture<?> answer) implements Target {
        @Override
        public int streams() {
            return STREAMS;
        }

        @Override
        public CompletableFuture<?> submit(int stream) {
            submitted.incrementAndGet();
            return answer;
        }
    }

    /// Holds up whoever submits, the first time.
    private record Stalling(AtomicInteger submitted, Duration first) implements Target {
        @Override
        public int streams() {
            return STREAMS;
        }

        @Override
        public CompletableFuture<?> submit(int stream) {
            if (submitted.incrementAndGet() == 1) {
                long until = System.nanoTime() + first.toNanos();
                while (System.nanoTime() < until) {
                    java.util.concurrent.locks.LockSupport.parkNanos(until - System.nanoTime());
                }
            }
            return CompletableFuture.completedFuture(null);
        }
    }
}
