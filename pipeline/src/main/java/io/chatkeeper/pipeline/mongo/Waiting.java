package io.chatkeeper.pipeline.mongo;

import io.chatkeeper.pipeline.StoreUnavailable;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/// The one place that waits for the reactive driver: Axon's event store is blocking, and our
/// threads are virtual.
final class Waiting {
    private Waiting() {}

    static <T> @Nullable T on(Mono<T> answer, Duration limit, String what) {
        try {
            return answer.toFuture().get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoreUnavailable(what + " was interrupted", e);
        } catch (ExecutionException e) {
            throw new StoreUnavailable(what + " failed", Objects.requireNonNull(e.getCause()));
        } catch (TimeoutException e) {
            throw new StoreUnavailable(what + " took longer than " + limit, e);
        }
    }
}
