package io.chatkeeper.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.chatkeeper.testkit.PlantedBug;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// The simulation bites: every bug that is planted in production code is found.
class PlantedBugsTest {
    private static final int SEEDS = 200;
    private static final String PIPELINE = "pipeline/src/main/java/io/chatkeeper/pipeline/";
    private static final String LANES = PIPELINE + "lanes/";
    private static final String TURN = LANES + "LaneTurn.java";

    /// A stale stream is harmless to a member that asks the journal before it says anything it has
    /// not written: these bugs need both defences gone.
    private static final String ASKS_FIRST = "case Outcome.Refused _, Outcome.Accepted _ -> true;";

    private static final String ASKS_BEFORE_REFUSING =
            "case Outcome.Refused _ -> true; case Outcome.Accepted _ -> false;";

    private static final String VIEWS =
            "projection-service/src/main/java/io/chatkeeper/projection/views/";
    private static final List<PlantedBug> BUGS =
            List.of(
                    new PlantedBug(
                            "offset committed before the append",
                            PIPELINE + "kafka/Watermark.java",
                            "running.peek().done.isDone()",
                            "running.peek() != null"),
                    new PlantedBug(
                                    "cache kept on revoke",
                                    LANES + "Lanes.java",
                                    "        streams.forgetAll();\n",
                                    "")
                            .and(TURN, ASKS_FIRST, ASKS_BEFORE_REFUSING),
                    new PlantedBug(
                            "repeat not published again",
                            LANES + "TurnDecision.java",
                            "return stream.memory().redelivered(command)",
                            "return false"),
                    new PlantedBug(
                            "policy position not kept",
                            LANES + "CommandMemory.java",
                            "        if (origin != null) {\n",
                            "        if (origin != null && origin.index() < 0) {\n"),
                    new PlantedBug(
                            "wake-up fired before the catch-up",
                            PIPELINE + "kafka/CatchUp.java",
                            "committed.getOrDefault(one.getKey(), 0L) >= one.getValue()",
                            "committed.getOrDefault(one.getKey(), 0L) >= 0"),
                    new PlantedBug(
                            "remembered ids dropped by a snapshot",
                            LANES + "LaneStream.java",
                            "memory.remembered(lastTime)",
                            "Snapshot.Remembered.NOTHING"),
                    new PlantedBug(
                                    "conflict without forgetting the stream",
                                    TURN,
                                    "JournalConflict conflict) {\n"
                                            + "                streams.forget(streamId);\n",
                                    "JournalConflict conflict) {\n")
                            .and(TURN, ASKS_FIRST, ASKS_BEFORE_REFUSING),
                    new PlantedBug(
                            "the record at the mark is not taken for a redelivery",
                            LANES + "CommandMemory.java",
                            "source.offset() <= mark.offset()",
                            "source.offset() < mark.offset()"),
                    new PlantedBug(
                            "projector applies a repeat",
                            VIEWS + "Projector.java",
                            "if (sequence <= before.version()) {",
                            "if (sequence < before.version()) {"),
                    new PlantedBug(
                            "zombie writes",
                            PIPELINE + "journal/InMemoryJournal.java",
                            "if (!endsAt(append.streamId(), append.end())) {",
                            "if (append.entries().isEmpty()) {"),
                    new PlantedBug(
                            "poison takes its turn's neighbours down",
                            LANES + "LaneTurn.java",
                            "broken.put(breakage.command(), breakage.reason());",
                            "commands.forEach(one -> broken.put(one, breakage.reason()));"),
                    new PlantedBug(
                            "timers not read when a partition comes",
                            PIPELINE + "wakeups/WakeUps.java",
                            ".forEach(one -> set(one.getKey(), one.getValue()));",
                            ".forEach(Map.Entry::getKey);"),
                    new PlantedBug(
                            "policy offsets go on without their commands",
                            PIPELINE + "listening/PolicyRunner.java",
                            "sent.add(sender.send(outgoing(policy, recorded.envelope(),"
                                    + " commands.get(i), i)));",
                            "sender.send(outgoing(policy, recorded.envelope(), commands.get(i), i));"),
                    new PlantedBug(
                            "time as the sender's machine tells it, not the broker",
                            PIPELINE + "kafka/CommandFormat.java",
                            "Instant.ofEpochMilli(record.timestamp()),",
                            "Objects.requireNonNull(event.getTime()).toInstant(),"),
                    new PlantedBug(
                            "timers dropped when another partition goes",
                            PIPELINE + "wakeups/WakeUps.java",
                            "partitionOf.applyAsInt(timer.streamId) == partition)",
                            "partition >= 0)"),
                    new PlantedBug(
                            "an answer given again in part",
                            LANES + "TurnDecision.java",
                            "int count = (int) (done.last() - done.first() + 1);",
                            "int count = 1;"));

    private static final Path ROOT = Path.of(System.getProperty("chatkeeper.root"));

    /// Otherwise a bug might be found that is none.
    @Test
    void nothing_is_found_where_nothing_is_planted() throws Exception {
        String text = "committed = mark;";
        var none = new PlantedBug("nothing", PIPELINE + "kafka/Watermark.java", text, text);
        Method run = mutant(none.loader(ROOT));
        for (long seed = 1; seed <= 3; seed++) {
            assertThat(run(run, seed)).isEmpty();
        }
    }

    @TestFactory
    List<DynamicTest> every_planted_bug_is_found() {
        return BUGS.stream()
                .map(bug -> DynamicTest.dynamicTest(bug.name(), () -> isFound(bug)))
                .toList();
    }

    private static void isFound(PlantedBug bug) throws Exception {
        Method run = mutant(bug.loader(ROOT));
        String found = "";
        long seed = 0;
        while (found.isEmpty() && seed < SEEDS) {
            found = run(run, ++seed);
        }
        System.out.println(
                bug.name()
                        + ": seed "
                        + seed
                        + ", "
                        + found.substring(0, Math.min(160, found.length())));
        assertThat(found).as(bug.name() + " within " + SEEDS + " seeds").isNotEmpty();
    }

    private static Method mutant(ClassLoader loader) throws ReflectiveOperationException {
        return loader.loadClass(Simulation.class.getName())
                .getMethod("complaints", long.class, String.class);
    }

    /// Jackson looks classes up in the context of the thread.
    private static String run(Method run, long seed) throws ReflectiveOperationException {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(run.getDeclaringClass().getClassLoader());
        try {
            return (String) run.invoke(null, seed, ROOT.resolve("deploy/sops").toString());
        } finally {
            thread.setContextClassLoader(before);
        }
    }
}
