package io.chatkeeper.simulation;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;

/// What goes wrong in one run. Each seed draws how much of what: a run with everything at once
/// hides what a run with one kind of trouble shows.
final class Faults implements Life.Fate {
    private static final int[] STORE_FAILS_ONE_IN = {0, 60, 15};
    private static final int[] SLOWNESS_MILLIS = {2, 12, 60};
    private static final int[] STALLS_ONE_IN = {0, 60, 20};
    private static final int STALL_MILLIS = 2_500;
    private static final int LONGEST_HANG_SECONDS = 240;
    private static final int LATEST_WRITE_MILLIS = 600;
    private static final int TARGETS = 24;
    private static final int NTH = 10;
    private static final String[] SERVICES = {"chat", "routing", "sla", "notes", "projection"};

    /// Told of every death.
    interface Deaths {
        void died(Life life, Step step);
    }

    private final Random chance;
    private final Deaths deaths;
    private final int storeFailsOneIn;
    private final int slownessMillis;
    private final int stallsOneIn;
    private final int mischiefMillis;
    private final boolean nights;
    private final Map<String, Integer> targets = new HashMap<>();
    private final Map<String, Integer> reached = new TreeMap<>();
    private final TreeSet<String> crashes = new TreeSet<>();
    private boolean active = true;

    Faults(Random chance, Deaths deaths) {
        this.chance = chance;
        this.deaths = deaths;
        this.storeFailsOneIn = STORE_FAILS_ONE_IN[chance.nextInt(STORE_FAILS_ONE_IN.length)];
        this.slownessMillis = SLOWNESS_MILLIS[chance.nextInt(SLOWNESS_MILLIS.length)];
        this.stallsOneIn = STALLS_ONE_IN[chance.nextInt(STALLS_ONE_IN.length)];
        this.mischiefMillis = chance.nextInt(3) == 0 ? 0 : 2_000 + chance.nextInt(30_000);
        this.nights = chance.nextInt(3) == 0;
        int count = chance.nextInt(TARGETS);
        for (int i = 0; i < count; i++) {
            String service = SERVICES[chance.nextInt(SERVICES.length)];
            Step step = Step.values()[chance.nextInt(Step.values().length)];
            targets.put(point(service, step), 1 + chance.nextInt(NTH));
        }
    }

    private static String point(String service, Step step) {
        return service + " " + step;
    }

    /// From now on everything works.
    void end() {
        active = false;
    }

    /// How long until the next freeze, kill or rebalance; zero for never.
    Duration untilMischief() {
        return mischiefMillis == 0
                ? Duration.ZERO
                : Duration.ofMillis(1 + chance.nextInt(mischiefMillis));
    }

    Random chance() {
        return chance;
    }

    int upTo(int most) {
        return 1 + chance.nextInt(most);
    }

    private boolean oneIn(int times) {
        return active && times > 0 && chance.nextInt(times) == 0;
    }

    Duration delay() {
        int most = oneIn(stallsOneIn) ? STALL_MILLIS : slownessMillis;
        return Duration.ofMillis(chance.nextInt(most + 1));
    }

    boolean storeFails() {
        return oneIn(storeFailsOneIn);
    }

    /// A write of which the store said that it failed.
    boolean happensAnyway() {
        return chance.nextBoolean();
    }

    /// Whether what a dead process has sent does not arrive any more.
    boolean breaks() {
        return chance.nextBoolean();
    }

    /// Whether a member that has lost a partition has not noticed yet.
    boolean staysUnaware() {
        return active && chance.nextInt(3) != 0;
    }

    /// When a write lands of which the store said that it failed.
    Duration lateness() {
        return Duration.ofMillis(chance.nextInt(LATEST_WRITE_MILLIS));
    }

    /// How long a listener hangs before a batch; mostly not at all.
    Duration hangs() {
        return oneIn(12) ? Duration.ofSeconds(upTo(LONGEST_HANG_SECONDS)) : Duration.ZERO;
    }

    boolean losesReply() {
        return oneIn(25);
    }

    boolean isNight() {
        return nights && oneIn(40);
    }

    @Override
    public boolean ends(Life life, Step step) {
        String point = point(life.service(), step);
        reached.merge(point, 1, Integer::sum);
        Integer left = targets.get(point);
        if (!active || left == null) {
            return false;
        }
        if (left > 1) {
            targets.put(point, left - 1);
            return false;
        }
        targets.remove(point);
        crashes.add(point);
        life.kill();
        deaths.died(life, step);
        return true;
    }

    /// The points at which somebody was killed in this run.
    TreeSet<String> crashes() {
        return crashes;
    }

    /// The points that were reached, and how often.
    Map<String, Integer> reached() {
        return reached;
    }
}
