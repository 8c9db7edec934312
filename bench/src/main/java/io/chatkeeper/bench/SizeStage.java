package io.chatkeeper.bench;

import io.chatkeeper.bench.load.Burst;
import io.chatkeeper.bench.load.OpenLoop;
import io.chatkeeper.bench.targets.Chats;
import java.nio.file.Path;

/// Whether a command takes longer in a long chat, or when many chats are stored.
final class SizeStage implements Stage {
    static final String LONG = "long-chat";
    static final String SHORT = "short-chat";
    static final String MANY = "many-chats";
    static final String FEW = "few-chats";
    static final String LOAD = "150/s";

    private static final String CHAT = "chat";
    private static final int RATE = 150;
    private static final int LONG_CHATS = 16;
    private static final int SHORT_CHAT = 10;
    private static final int FEW_CHATS = 1_000;
    private static final int PORTIONS = 10;

    @Override
    public void run(Path root, Plan plan, Results results) throws Exception {
        try (Ground ground = Ground.open(root)) {
            Program service = new Services(root, ground).service("chat-service");
            Chatting chatting = new Chatting(ground);
            chatting.awaitReady(CHAT, service);
            Meter meter = new Meter(results, ground::pids);
            Meter.warmUp("pipeline", plan, plan.streams(), chatting.on(CHAT, plan.streams()));
            Chats few = filled(chatting.on(CHAT, FEW_CHATS), 1);
            measure(meter, plan, FEW, few);
            lengths(plan, meter, chatting);
            Chats many = filled(chatting.on(CHAT, plan.storedChats() / PORTIONS), 1);
            for (int portion = 1; portion < PORTIONS; portion++) {
                filled(chatting.on(CHAT, plan.storedChats() / PORTIONS), 1);
            }
            measure(meter, plan, MANY, many);
        }
    }

    private static void lengths(Plan plan, Meter meter, Chatting chatting)
            throws InterruptedException {
        Chats longs = chatting.on(CHAT, LONG_CHATS);
        for (int portion = 0; portion < PORTIONS; portion++) {
            filled(longs, plan.longChat() / PORTIONS);
        }
        for (int round = 1; round <= plan.rounds(); round++) {
            OpenLoop load = new OpenLoop(RATE, plan.step());
            Chats shorts = filled(chatting.on(CHAT, LONG_CHATS), SHORT_CHAT);
            meter.measure(SHORT, LOAD, round, load, shorts);
            meter.measure(LONG, LOAD, round, load, longs);
        }
    }

    private static void measure(Meter meter, Plan plan, String part, Chats chats)
            throws InterruptedException {
        for (int round = 1; round <= plan.rounds(); round++) {
            meter.measure(part, LOAD, round, new OpenLoop(RATE, plan.step()), chats);
        }
    }

    private static Chats filled(Chats chats, int messages) throws InterruptedException {
        new Burst(messages, () -> {}).on(chats);
        return chats;
    }
}
