package io.chatkeeper.torture;

import java.time.Duration;
import java.util.List;
import java.util.Random;

/// Faults at random, the same ones for the same seed and names.
final class Plan {
    /// Partitions of a silent member are given away after ten seconds.
    static final Duration LOSES_ITS_PARTITIONS = Duration.ofSeconds(14);

    static final Duration LONG_AWAY = Duration.ofSeconds(20);

    /// Each parks a chat, and the slot its agent holds, for good.
    private static final int UNREADABLE_EVENTS = 3;

    private static final List<String> PARTS = List.of("broker", "store");

    private final Random random;
    private final List<String> names;
    private int unreadableEvents;

    /// @param names of the processes of the house
    Plan(long seed, List<String> names) {
        this.random = new Random(seed);
        this.names = names.stream().sorted().toList();
    }

    /// What happens next.
    Fault next() {
        return switch (random.nextInt(10)) {
            case 0, 1, 2 -> new Fault.Kill(one(names));
            case 3, 4 -> new Fault.Freeze(one(names), seconds(2, 16));
            case 5 -> new Fault.Away(one(services()), seconds(1, 20));
            case 6 -> new Fault.Away(one(PARTS), seconds(5, 20));
            case 7 -> new Fault.Restart(one(services()));
            case 8 -> new Fault.LostReply();
            default -> new Fault.Poisoned(poison());
        };
    }

    /// How long there is peace before it.
    Duration pause() {
        return Duration.ofMillis(500 + random.nextInt(6_000));
    }

    private Poison poison() {
        Poison poison = one(List.of(Poison.values()));
        if (poison == Poison.UNREADABLE_EVENT && ++unreadableEvents > UNREADABLE_EVENTS) {
            return Poison.BREAKING_COMMAND;
        }
        return poison;
    }

    private List<String> services() {
        return names.stream().filter(name -> !PARTS.contains(name)).toList();
    }

    private <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    private Duration seconds(int least, int most) {
        return Duration.ofSeconds(least + random.nextInt(most - least + 1));
    }
}
