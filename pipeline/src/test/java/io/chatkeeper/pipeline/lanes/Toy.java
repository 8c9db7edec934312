package io.chatkeeper.pipeline.lanes;

import io.chatkeeper.contract.Actor;
import io.chatkeeper.contract.Refused;
import io.chatkeeper.contract.SopRef;
import io.chatkeeper.contract.WireNames;
import io.chatkeeper.pipeline.journal.Entry;
import io.chatkeeper.pipeline.journal.Snapshot;
import io.chatkeeper.sop.UnknownSopVersion;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// An aggregate that repeats what it is told, to test lanes with. A command is a verb and a word:
/// `say a`, `say-twice a`, `say-large a`, `hush` (accepted, no event), `hush-unless a` (the same
/// until `a` has been said), `refuse`, `break`, `need a` (refused until `a` has been said), `wake
/// 2026-…`, `procedure` (unknown the first time), `lost-procedure` (never known).
final class Toy implements Decisions {
    static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    private int decided;
    private boolean procedureKnown;
    private boolean mute;
    private String shape = "words";

    /// How many commands have been decided, in all turns and attempts.
    int decided() {
        return decided;
    }

    @Override
    public <R> R inOneUnitOfWork(LaneStream stream, Function<Turn, R> work) {
        return work.apply(command -> decide(stream, command));
    }

    @Override
    public String shapeOf(String streamId) {
        return shape;
    }

    @Override
    public State stateOf(LaneStream stream) {
        if (mute) {
            throw new IllegalStateException("a state nobody can write down");
        }
        return new State(shape, String.join("\n", said(stream)));
    }

    /// From now on states are made in another way.
    void reshape() {
        shape = "another";
    }

    /// From now on states can't be written down.
    void muteStates() {
        mute = true;
    }

    private Decided decide(LaneStream stream, CommandRecord command) throws Refused {
        decided++;
        List<String> said = said(stream);
        String[] words = new String(command.payload(), StandardCharsets.UTF_8).split(" ");
        return switch (words[0]) {
            case "say" -> say(said, words[1], 1, null);
            case "say-twice" -> say(said, words[1], 2, null);
            case "say-large" -> say(said, "x".repeat(TurnDecision.EVENT_BYTES), 1, null);
            case "wake" -> say(said, "later", 1, Instant.parse(words[1]));
            case "hush" -> new Decided(List.of(), null, NOON.plusSeconds(60));
            case "hush-unless" -> hushUnless(said, words[1]);
            case "refuse" -> throw Refused.conflict("not-today", "No.");
            case "need" -> need(said, words[1]);
            case "procedure" -> procedure(said);
            case "lost-procedure" -> throw new UnknownSopVersion(new SopRef("lost", 1));
            default -> throw new IllegalArgumentException("no such verb");
        };
    }

    private static Decided need(List<String> said, String word) throws Refused {
        if (said.stream().noneMatch(event -> event.contains(word))) {
            throw Refused.conflict("not-said", "Nobody has said it.");
        }
        return say(said, "so", 1, null);
    }

    private static Decided hushUnless(List<String> said, String word) {
        return said.stream().noneMatch(event -> event.contains(word))
                ? new Decided(List.of(), null, null)
                : say(said, "so", 1, null);
    }

    private Decided procedure(List<String> said) {
        if (!procedureKnown) {
            procedureKnown = true;
            throw new UnknownSopVersion(new SopRef("toy", 1));
        }
        return say(said, "procedure", 1, null);
    }

    private static Decided say(List<String> said, String word, int times, @Nullable Instant wake) {
        List<Written> events =
                IntStream.range(0, times)
                        .mapToObj(_ -> new Written("io.chatkeeper.toy.said.v1", "\"" + word + "\""))
                        .toList();
        events.forEach(event -> said.add(event.json()));
        return new Decided(events, new SopRef("toy", 1), wake);
    }

    @SuppressWarnings("unchecked") // Nobody else keeps anything there.
    private static List<String> said(LaneStream stream) {
        if (stream.aggregate() == null) {
            List<String> said = new ArrayList<>();
            Snapshot snapshot = stream.snapshot();
            if (snapshot != null) {
                said.addAll(List.of(snapshot.state().split("\n")));
            }
            stream.history().stream().map(Entry::payload).forEach(said::add);
            stream.keep(said);
        }
        Object kept = stream.aggregate();
        return kept == null ? List.of() : (List<String>) kept;
    }

    /// A command of that id, in that place of the only partition.
    static CommandRecord command(String id, long offset, String words) {
        return command(id, offset, words, NOON, null, null);
    }

    /// The same words, but sent by a timer.
    static CommandRecord wakeUp(String id, long offset, String words) {
        return command(WireNames.WAKE_UP.wireName(), id, offset, words, NOON, null, null);
    }

    static CommandRecord command(
            String id,
            long offset,
            String words,
            Instant at,
            @Nullable Instant deadline,
            Entry.@Nullable Origin origin) {
        String type = "io.chatkeeper.toy.say.v1";
        return command(type, id, offset, words, at, deadline, origin);
    }

    private static CommandRecord command(
            String type,
            String id,
            long offset,
            String words,
            Instant at,
            @Nullable Instant deadline,
            Entry.@Nullable Origin origin) {
        return new CommandRecord(
                new Entry.Source("topic-id", 0, offset),
                at,
                id,
                type,
                "toy-1",
                Actor.system("spec"),
                "correlation",
                null,
                words,
                deadline,
                new CommandRecord.ReplyTo("gateway-1", 0),
                origin,
                null,
                words.getBytes(StandardCharsets.UTF_8));
    }
}
