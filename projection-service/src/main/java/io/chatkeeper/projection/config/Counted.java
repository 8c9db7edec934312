package io.chatkeeper.projection.config;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import reactor.core.publisher.Mono;

/// A figure that has to be counted in the store: whoever asks gets the latest one at once, and has
/// it counted anew behind their back. Where nobody asks, nothing is counted.
final class Counted {
    private final Supplier<Mono<Long>> count;
    private final AtomicBoolean counting = new AtomicBoolean();
    private volatile double latest = Double.NaN;

    Counted(Supplier<Mono<Long>> count) {
        this.count = count;
    }

    /// As of the time before; not a number until something has been counted, or when the store does
    /// not answer.
    double latest() {
        if (counting.compareAndSet(false, true)) {
            count.get()
                    .doFinally(_ -> counting.set(false))
                    .subscribe(now -> latest = now, _ -> latest = Double.NaN);
        }
        return latest;
    }
}
