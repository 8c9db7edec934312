package io.chatkeeper.bench;

import io.chatkeeper.bench.load.Burst;
import io.chatkeeper.bench.load.ClosedLoop;
import io.chatkeeper.bench.load.Load;
import io.chatkeeper.bench.load.OpenLoop;
import io.chatkeeper.bench.load.Target;
import io.chatkeeper.bench.targets.BareAppend;
import io.chatkeeper.bench.targets.BareProduce;
import io.chatkeeper.bench.targets.Chats;
import io.chatkeeper.bench.targets.NullStoreService;
import io.chatkeeper.bench.targets.PingPong;
import io.chatkeeper.pipeline.journal.Entry;
import java.nio.file.Path;

/// The pipeline alone, against what it is made of: bare appends (A), bare ping-pong (P), and itself
/// over a store that costs nothing (K).
final class PipelineStage implements Stage {
    static final String APPEND = "append";
    static final String PING = "ping-pong";
    static final String PRODUCE = "produce";
    static final String NULL_STORE = "null-store";
    static final String PIPELINE = "pipeline";
    static final String SATURATED = "saturated";
    static final String DRAIN = "drain";

    private static final String CHAT = "chat";

    @Override
    public void run(Path root, Plan plan, Results results) throws Exception {
        try (Ground ground = Ground.open(root)) {
            Services services = new Services(root, ground);
            services.echo();
            Program chat = services.service("chat-service");
            Program nullStore = services.nullStore();
            Chatting chatting = new Chatting(ground);
            chatting.awaitReady(CHAT, chat);
            chatting.awaitReady(NullStoreService.SERVICE, nullStore);
            Entry pattern = Patterns.lastOf(ground, talkedOf(chatting));
            PingPong ping = ground.keep(new PingPong(ground.connection(), plan.streams()));
            Meter meter = new Meter(results, ground::pids);
            Rounds rounds =
                    new Rounds(plan, meter, ground, chatting, chat, nullStore, ping, pattern);
            rounds.warmUp();
            for (int round = 1; round <= plan.rounds(); round++) {
                rounds.atSaturation(round);
                rounds.draining(round);
                rounds.oneByOne(round);
            }
        }
    }

    private static String talkedOf(Chatting chatting) throws Exception {
        Chats chats = chatting.on(CHAT, 1);
        chats.submit(0).get();
        chats.submit(0).get();
        return chats.idOf(0);
    }

    private record Rounds(
            Plan plan,
            Meter meter,
            Ground ground,
            Chatting chatting,
            Program chat,
            Program nullStore,
            PingPong ping,
            Entry pattern) {
        void warmUp() throws InterruptedException {
            Meter.warmUp(PIPELINE, plan, plan.streams(), chatting.on(CHAT, plan.streams()));
            Meter.warmUp(
                    NULL_STORE,
                    plan,
                    plan.streams(),
                    chatting.on(NullStoreService.SERVICE, plan.streams()));
            Meter.warmUp(PING, plan, plan.streams(), ping);
            try (BareAppend append = append("warm", 1)) {
                Meter.warmUp(APPEND, plan, plan.streams(), append);
            }
        }

        void atSaturation(int round) throws InterruptedException {
            Load load = new ClosedLoop(plan.streams(), plan.step());
            measure(PRODUCE, SATURATED, round, load, produce());
            measure(PING, SATURATED, round, load, ping);
            try (BareAppend append = append("live-" + round, 1)) {
                measure(APPEND, SATURATED, round, load, append);
            }
            measure(
                    NULL_STORE,
                    SATURATED,
                    round,
                    load,
                    new Unstored(chatting.on(NullStoreService.SERVICE, plan.streams())));
            measure(PIPELINE, SATURATED, round, load, chatting.on(CHAT, plan.streams()));
        }

        void draining(int round) throws InterruptedException {
            try (BareAppend append = append("drain-" + round, plan.drainTurn())) {
                Load load = new ClosedLoop(plan.drainChats(), plan.step());
                measure(APPEND, DRAIN, round, load, append);
            }
            drain(NULL_STORE, round, nullStore, new Unstored(backlog(NullStoreService.SERVICE)));
            drain(PIPELINE, round, chat, backlog(CHAT));
        }

        private void drain(String part, int round, Program program, Target target)
                throws InterruptedException {
            program.freeze();
            try {
                Load load = new Burst(plan.drainEach(), program::thaw);
                measure(part, DRAIN, round, load, target);
            } finally {
                program.thaw();
            }
        }

        private Target backlog(String service) {
            return chatting.on(service, plan.drainChats());
        }

        void oneByOne(int round) throws InterruptedException {
            for (int rate : Plan.RATES) {
                Load load = new OpenLoop(rate, plan.step());
                String name = rate + "/s";
                measure(PING, name, round, load, ping);
                try (BareAppend append = append(rate + "-" + round, 1)) {
                    measure(APPEND, name, round, load, append);
                }
                measure(PRODUCE, name, round, load, produce());
                measure(PIPELINE, name, round, load, chatting.on(CHAT, plan.streams()));
            }
        }

        private void measure(String part, String name, int round, Load load, Target target)
                throws InterruptedException {
            meter.measure(part, name, round, load, target);
        }

        private BareProduce produce() {
            return new BareProduce(ground.connection(), plan.streams());
        }

        private BareAppend append(String name, int entriesEach) {
            return new BareAppend(
                    ground.connection().journal("bench"),
                    name + "-",
                    plan.streams(),
                    pattern,
                    entriesEach);
        }
    }
}
