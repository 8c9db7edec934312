package io.chatkeeper.simulation;

import java.time.Duration;
import java.util.List;

/// What goes wrong from outside, now and then: somebody is killed or frozen, partitions move.
record Mischief(House house) {
    private static final int FREEZE_MILLIS = 25_000;

    void later() {
        Duration time = house.faults().untilMischief();
        if (!time.isZero()) {
            house.scheduler()
                    .in(
                            time,
                            house.outside(),
                            () -> {
                                if (!house.isCalm()) {
                                    now();
                                    later();
                                }
                            });
        }
    }

    private void now() {
        Life life = house.anybody();
        switch (house.faults().chance().nextInt(4)) {
            case 0 -> house.kill(life);
            case 1 -> freeze(life);
            default -> move();
        }
    }

    /// Who is frozen for longer than its session loses its partitions and does not know.
    private void freeze(Life life) {
        if (life.isDead() || life.isFrozen()) {
            return;
        }
        house.remember("frozen " + life.service());
        life.freeze();
        Duration time = Duration.ofMillis(1 + house.faults().chance().nextInt(FREEZE_MILLIS));
        house.scheduler().in(time, house.outside(), life::thaw);
        if (time.compareTo(House.SESSION) > 0) {
            house.scheduler().in(House.SESSION, house.outside(), () -> house.silent(life));
        }
    }

    private void move() {
        List<Group> groups = List.copyOf(house.broker().groups());
        Group group = groups.get(house.faults().chance().nextInt(groups.size()));
        house.remember("moved " + group.name());
        group.shuffle();
    }
}
