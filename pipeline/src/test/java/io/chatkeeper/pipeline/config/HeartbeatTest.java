package io.chatkeeper.pipeline.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Status;

class HeartbeatTest {
    private static final long LIMIT_SECONDS = 60;

    /// What the next questions are answered; each is asked for when the one before is noted.
    private final BlockingQueue<Boolean> answers = new LinkedBlockingQueue<>();

    private final BlockingQueue<String> asked = new LinkedBlockingQueue<>();

    private Heartbeat heartbeat() {
        return new Heartbeat(
                "something",
                () -> {
                    asked.add("again");
                    if (!answers.take()) {
                        throw new IllegalStateException("away");
                    }
                    return true;
                });
    }

    private void awaitQuestion() throws InterruptedException {
        assertThat(asked.poll(LIMIT_SECONDS, TimeUnit.SECONDS)).isNotNull();
    }

    @Test
    void health_follows_the_last_answer_and_begins_with_none() throws InterruptedException {
        try (Heartbeat heartbeat = heartbeat()) {
            awaitQuestion();
            assertThat(heartbeat.health().getStatus()).isEqualTo(Status.OUT_OF_SERVICE);
            answers.add(true);
            awaitQuestion();
            assertThat(heartbeat.health().getStatus()).isEqualTo(Status.UP);
            answers.add(false);
            awaitQuestion();
            assertThat(heartbeat.health().getStatus()).isEqualTo(Status.OUT_OF_SERVICE);
        }
    }
}
