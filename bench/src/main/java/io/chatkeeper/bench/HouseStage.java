package io.chatkeeper.bench;

import static io.chatkeeper.bench.PipelineStage.APPEND;
import static io.chatkeeper.bench.PipelineStage.PING;
import static io.chatkeeper.bench.PipelineStage.PRODUCE;
import static io.chatkeeper.bench.PipelineStage.SATURATED;

import io.chatkeeper.bench.load.ClosedLoop;
import io.chatkeeper.bench.load.Load;
import io.chatkeeper.bench.load.OpenLoop;
import io.chatkeeper.bench.load.Outcome;
import io.chatkeeper.bench.oracle.Verdict;
import io.chatkeeper.bench.targets.BareAppend;
import io.chatkeeper.bench.targets.BareProduce;
import io.chatkeeper.bench.targets.Gateway;
import io.chatkeeper.bench.targets.PingPong;
import io.chatkeeper.bench.targets.Visitors;
import io.chatkeeper.bench.targets.Watchers;
import io.chatkeeper.local.House;
import io.chatkeeper.local.HouseSettings;
import io.chatkeeper.pipeline.journal.Entry;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/// The whole house over HTTP, against a bare ping-pong and a bare append on the same broker and the
/// same store.
final class HouseStage implements Stage {
    static final String HTTP = "http";
    static final String LIVE = "live";

    /// Tells the baselines of this stage from the pipeline's.
    static final String BARE = " (house)";

    private static final int RATE = 150;

    /// The house warms up so many times longer than a single service.
    private static final int PROGRAMS_SHARING = 3;

    static final int HIGH_RATE = 500;

    /// Requests in flight at saturation: a browser waits for its answer.
    private static final int AT_ONCE = 256;

    private static final String STAFFED = "loan";
    private static final String UNSTAFFED = "saas";

    @Override
    public void run(Path root, Plan plan, Results results) throws Exception {
        try (Ground ground = Ground.open(root)) {
            new Services(root, ground).echo();
            House house = ground.keep(open(root, plan, ground));
            Gateway gateway = ground.keep(new Gateway(house.url()));
            Watchers watchers = ground.keep(Staff.at(gateway, STAFFED));
            Visitors waiting = Visitors.open(gateway, UNSTAFFED, plan.streams());
            PingPong ping = ground.keep(new PingPong(ground.connection(), plan.streams()));
            waiting.submit(0).get();
            Entry pattern = Patterns.lastOf(ground, waiting.chat(0));
            Meter bare = new Meter(results, ground::pids);
            Meter whole = new Meter(results, () -> ofTheHouse(ground, house));
            Rounds rounds = new Rounds(plan, bare, whole, ground, watchers, waiting, ping, pattern);
            rounds.warmUp();
            for (int round = 1; round <= plan.rounds(); round++) {
                rounds.latency(round);
                rounds.processorTime(round, HIGH_RATE + "/s", new OpenLoop(HIGH_RATE, plan.step()));
                rounds.processorTime(round, SATURATED, new ClosedLoop(AT_ONCE, plan.step()));
            }
            rounds.check(results);
        }
    }

    /// The house with its broker and its store. Who loads it is no part of it.
    private static Map<String, Long> ofTheHouse(Ground ground, House house) {
        Map<String, Long> pids = new HashMap<>();
        house.names().forEach(name -> pids.put(name, house.pid(name)));
        ground.pids()
                .forEach((name, pid) -> {
                    if (name.equals("broker") || name.equals("store")) {
                        pids.put(name, pid);
                    }
                });
        return pids;
    }

    static House open(Path root, Plan plan, Ground ground) throws Exception {
        HouseSettings settings =
                HouseSettings.of(root, ground.folder().resolve("house"))
                        .with("CHATKEEPER_JIT", "production")
                        .with("CHATKEEPER_AOT", plan.training())
                        .with("CHATKEEPER_LIMITS", "off")
                        .with("CHATKEEPER_KAFKA", ground.kafka())
                        .with("CHATKEEPER_MONGO_URI", ground.mongoUri())
                        .with("CHATKEEPER_USERS", Staff.write(ground.folder()).toString());
        return House.start(settings, line -> System.out.println("  " + line));
    }

    private record Rounds(
            Plan plan,
            Meter bare,
            Meter whole,
            Ground ground,
            Watchers watchers,
            Visitors waiting,
            PingPong ping,
            Entry pattern) {
        void warmUp() throws InterruptedException {
            Duration longer = plan.warmUp().multipliedBy(PROGRAMS_SHARING);
            Meter.warmUp(HTTP, longer, AT_ONCE, waiting);
            Meter.warmUp(LIVE, longer, AT_ONCE, watchers);
            Meter.warmUp(PING, plan, plan.streams(), ping);
            try (BareAppend append = append("warm")) {
                Meter.warmUp(APPEND, plan, plan.streams(), append);
            }
        }

        void latency(int round) throws InterruptedException {
            Load load = new OpenLoop(RATE, plan.step());
            bare(round, RATE + "/s", load);
            whole.measure(HTTP, RATE + "/s", round, load, waiting);
            whole.measure(LIVE, RATE + "/s", round, load, watchers);
        }

        void processorTime(int round, String name, Load load) throws InterruptedException {
            bare(round, name, load);
            BareProduce produce = new BareProduce(ground.connection(), plan.streams());
            bare.measure(PRODUCE + BARE, name, round, load, produce);
            whole.measure(HTTP, name, round, load, waiting);
        }

        private void bare(int round, String name, Load load) throws InterruptedException {
            bare.measure(PING + BARE, name, round, load, ping);
            try (BareAppend append = append(name + "-" + round)) {
                bare.measure(APPEND + BARE, name, round, load, append);
            }
        }

        private BareAppend append(String name) {
            return new BareAppend(
                    ground.connection().journal("bench"), name + "-", plan.streams(), pattern, 1);
        }

        /// Everything that was answered in all rounds, at once: the chats are the same throughout.
        void check(Results results) {
            add(results, HTTP, waiting);
            add(results, LIVE, watchers.visitors());
        }

        private void add(Results results, String part, Visitors visitors) {
            Verdict verdict = visitors.verdict(ground.connection());
            Outcome nothing = new Outcome(verdict.checked(), 0, 1, 0, 0, 0);
            results.add(new Measurement(part, Results.CHECK, 1, nothing, Map.of(), verdict));
        }
    }
}
