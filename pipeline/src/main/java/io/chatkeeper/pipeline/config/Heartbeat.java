package io.chatkeeper.pipeline.config;

import java.time.Duration;
import java.util.concurrent.Callable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/// Asks now and then, in the background, whether something is as it should be, so that a health
/// probe costs nothing and never waits. It is down until the first good answer.
public final class Heartbeat implements HealthIndicator, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Heartbeat.class);
    private static final Duration EVERY = Duration.ofSeconds(2);

    private final String of;
    private final Callable<Boolean> ask;
    private final Thread asking;
    private volatile boolean good;

    /// @param of what is asked, for the log
    /// @param ask true if all is well; waits a bounded time, or throws
    public Heartbeat(String of, Callable<Boolean> ask) {
        this.of = of;
        this.ask = ask;
        this.asking = Thread.ofVirtual().name("heartbeat-" + of).start(this::beat);
    }

    /// Whether the last answer was a good one.
    public boolean isGood() {
        return good;
    }

    @Override
    public Health health() {
        return (good ? Health.up() : Health.outOfService()).build();
    }

    private void beat() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                note(answer());
                Thread.sleep(EVERY);
            }
        } catch (InterruptedException closed) {
            LOG.debug("heartbeat stopped: of={}", of);
        }
    }

    private boolean answer() throws InterruptedException {
        try {
            return ask.call();
        } catch (InterruptedException e) {
            throw e;
        } catch (Exception away) {
            LOG.debug("no good answer: of={}", of, away);
            return false;
        }
    }

    private void note(boolean now) {
        if (now != good) {
            LOG.info("{} is {}", of, now ? "there" : "away");
        }
        good = now;
    }

    @Override
    public void close() {
        asking.interrupt();
    }
}
