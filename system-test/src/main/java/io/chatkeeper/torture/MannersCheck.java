package io.chatkeeper.torture;

import java.util.Set;
import java.util.stream.Stream;

/// While parts are away the gateway says 503 or 504 and when to come again. Nothing else of the
/// five hundreds is ever right.
final class MannersCheck implements Check {
    private static final Set<Integer> LATER = Set.of(503, 504);

    @Override
    public Stream<Broken> of(Evidence evidence) {
        return evidence.exchanges().stream()
                .flatMap(exchange ->
                        exchange.replies().stream()
                                .filter(reply -> reply.status() >= 500)
                                .filter(reply ->
                                        !LATER.contains(reply.status()) || !reply.retryAfter())
                                .map(reply ->
                                        Broken.of(
                                                Promise.REST,
                                                exchange,
                                                "answered "
                                                        + reply.status()
                                                        + " "
                                                        + reply.body())));
    }
}
