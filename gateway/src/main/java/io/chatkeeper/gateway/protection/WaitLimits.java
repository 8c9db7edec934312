package io.chatkeeper.gateway.protection;

import io.netty.util.HashedWheelTimer;
import io.netty.util.Timeout;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import reactor.core.publisher.Mono;

/// Ends waits that take too long. Nearly all end well long before, and for those no thread is
/// woken: the limits turn on a wheel, which looks ten times a second. A limit is kept to a tenth of
/// a second.
public final class WaitLimits implements AutoCloseable {
    private final HashedWheelTimer wheel =
            new HashedWheelTimer(
                    new DefaultThreadFactory("wait-limits", true), 100, TimeUnit.MILLISECONDS);

    /// The same with a [java.util.concurrent.TimeoutException] if nothing has come by then.
    public <T> Mono<T> within(Duration limit, Mono<T> wait) {
        return wait.timeout(passed(limit));
    }

    private Mono<Void> passed(Duration limit) {
        return Mono.create(sink -> {
            Timeout timeout =
                    wheel.newTimeout(_ -> sink.success(), limit.toMillis(), TimeUnit.MILLISECONDS);
            sink.onDispose(timeout::cancel);
        });
    }

    @Override
    public void close() {
        wheel.stop();
    }
}
