package io.chatkeeper.bench;

import java.time.Duration;
import java.util.List;

/// How long and how much. The full plan is what figures are taken from; the quick one is for trying
/// out, and says so in everything it writes.
///
/// @param rounds of which the median counts
/// @param warmUp at least this long at saturation, for each thing that has to be warm
/// @param step length of one measurement
/// @param streams chats in flight at saturation, each with one command
/// @param drainChats chats of a backlog
/// @param drainEach commands of each of them
/// @param storedChats chats in the store when it is full
/// @param longChat messages of a long chat
/// @param rebuildChats chats in the log from which views are rebuilt
/// @param rebuildAlive of them at a time, their events mixed
/// @param rebuildLimit after which a rebuild is measured by what it has done
record Plan(
        String name,
        int rounds,
        Duration warmUp,
        Duration step,
        int streams,
        int drainChats,
        int drainEach,
        int storedChats,
        int longChat,
        int rebuildChats,
        int rebuildAlive,
        Duration rebuildLimit) {
    private static final int IN_FLIGHT = 4_096;

    /// Commands a second at which the pipeline's latency is taken.
    static final List<Integer> RATES = List.of(150, 500, 1_000);

    /// Commands that wait for a chat on average while a backlog is drained: the pipeline takes
    /// 4,096 at a time, in turns of at most 64.
    int drainTurn() {
        return Math.clamp(IN_FLIGHT / drainChats, 1, Math.min(64, drainEach));
    }

    /// Whether services that have no ahead-of-time cache are given one first: it costs minutes once
    /// a build, and changes nothing once they are warm.
    String training() {
        return name.equals("quick") ? "off" : "on";
    }

    /// The workload in words.
    String workload() {
        return "Visitors' messages of 67 characters in chats that wait. Saturation: %d new chats, one "
                        .formatted(streams)
                + "command in flight in each; the first opens the chat. Latency: the same chats in "
                + "turn, at intended times. Backlog: %d chats, %d commands each, chat after chat in turn."
                        .formatted(drainChats, drainEach);
    }

    static Plan full() {
        return new Plan(
                "full",
                5,
                Duration.ofSeconds(40),
                Duration.ofSeconds(5),
                1_024,
                512,
                80,
                200_000,
                10_000,
                200_000,
                10_000,
                Duration.ofSeconds(240));
    }

    /// Warm like the full one, but with two short rounds: for tuning, between two full ones.
    static Plan brief() {
        return new Plan(
                "brief",
                2,
                Duration.ofSeconds(40),
                Duration.ofSeconds(4),
                1_024,
                512,
                80,
                40_000,
                10_000,
                40_000,
                10_000,
                Duration.ofSeconds(60));
    }

    static Plan quick() {
        return new Plan(
                "quick",
                1,
                Duration.ofSeconds(4),
                Duration.ofSeconds(2),
                256,
                256,
                20,
                4_000,
                2_000,
                10_000,
                2_000,
                Duration.ofSeconds(30));
    }
}
