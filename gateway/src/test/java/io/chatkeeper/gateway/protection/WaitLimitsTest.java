package io.chatkeeper.gateway.protection;

import java.time.Duration;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

class WaitLimitsTest {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final WaitLimits limits = new WaitLimits();

    @AfterEach
    void stop() {
        limits.close();
    }

    @Test
    void what_comes_in_time_comes_through() {
        StepVerifier.create(limits.within(Duration.ofMinutes(1), Mono.just("answer")))
                .expectNext("answer")
                .expectComplete()
                .verify(PATIENCE);
    }

    @Test
    void a_wait_that_takes_too_long_ends_with_an_error() {
        StepVerifier.create(limits.within(Duration.ofMillis(150), Mono.never()))
                .expectError(TimeoutException.class)
                .verify(PATIENCE);
    }
}
