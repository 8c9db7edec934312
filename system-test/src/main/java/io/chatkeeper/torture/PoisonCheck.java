package io.chatkeeper.torture;

import java.util.stream.Stream;

/// P8: each piece of poison lies on a dead-letter topic. That its neighbours went on is what all
/// the other checks show.
final class PoisonCheck implements Check {
    @Override
    public Stream<Broken> of(Evidence evidence) {
        return evidence.poisons().entrySet().stream()
                .filter(poison -> poison.getValue() == 0)
                .map(poison ->
                        new Broken(
                                Promise.P8,
                                "",
                                poison.getKey(),
                                "poison is on no dead-letter topic",
                                "<topic>.dead"));
    }
}
