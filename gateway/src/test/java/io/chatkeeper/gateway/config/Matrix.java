package io.chatkeeper.gateway.config;

import io.chatkeeper.chat.listening.ChatPolicies;
import io.chatkeeper.chat.rehearsal.Tales;
import io.chatkeeper.chat.rehearsal.Tales.Move;
import io.chatkeeper.chat.rehearsal.Tales.Tale;
import io.chatkeeper.contract.Actor;
import io.chatkeeper.contract.ChatCommand;
import io.chatkeeper.contract.ChatCommand.LeaveChat;
import io.chatkeeper.contract.ChatCommand.OpenAssist;
import io.chatkeeper.contract.ChatCommand.OpenChat;
import io.chatkeeper.contract.ChatCommand.RecordNote;
import io.chatkeeper.contract.ChatCommand.ReopenChat;
import io.chatkeeper.contract.Envelope;
import io.chatkeeper.contract.PersonalText;
import io.chatkeeper.contract.PublicChatEvent.VisitorLeft;
import io.chatkeeper.contract.PublicEvent;
import io.chatkeeper.contract.PublicNotesEvent.NoteAccepted;
import io.chatkeeper.contract.Recorded;
import io.chatkeeper.contract.Role;
import io.chatkeeper.contract.WakeUp;
import io.chatkeeper.contract.WireNames;
import io.chatkeeper.pipeline.Policy;
import io.chatkeeper.sop.Sop;
import io.chatkeeper.sop.SopReader;
import io.chatkeeper.sop.SopRegister;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/// Crosses every scenario in which a rule refuses something with every way in. The same command in
/// the same chat is refused by the same rules, whichever way it comes (P9).
public final class Matrix implements AutoCloseable {
    private static final Actor MORGAN = Actor.agent("morgan", Role.LEAD);
    private static final List<String> TOLD =
            List.of("sop/src/test/scenarios", "gateway/src/test/resources/matrix");

    /// How a command reaches a chat.
    enum Way {
        /// A record on the command topic.
        KAFKA,
        /// A request of an agent through the gateway.
        REST,
        /// The same request in a list of many chats.
        BULK,
        /// A listener of somebody else's events.
        POLICY,
        /// A record, after a wake-up rang in the chat.
        WAKE_UP,
        /// A record, in a chat that had ended and was reopened.
        REOPENED
    }

    private final SopRegister sops = new SopRegister();
    private final List<Tale> tales = new ArrayList<>();
    private final MatrixGateway gateway;
    private final MatrixHouse.Rooms rooms;
    private final Map<Way, Integer> played = new EnumMap<>(Way.class);
    private final Map<Way, Integer> reasoned = new EnumMap<>(Way.class);
    private final List<String> complaints = new ArrayList<>();

    private Matrix(Path root) throws IOException {
        for (Path file : files(root.resolve("deploy/sops"))) {
            Sop sop = SopReader.read(Files.readString(file));
            sops.add(sop);
            for (String folder : TOLD) {
                Path told = root.resolve(folder).resolve(file.getFileName());
                if (Files.exists(told)) {
                    tales.addAll(Tales.refused(sop, Files.readString(told)));
                }
            }
        }
        rooms = MatrixHouse.Rooms.under(sops);
        gateway = new MatrixGateway(root, sops);
    }

    private static List<Path> files(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList();
        }
    }

    /// The matrix over the procedures of a repository, all cells played.
    static Matrix played(Path root) throws IOException {
        Matrix matrix = new Matrix(root);
        for (Tale tale : matrix.tales) {
            TreeSet<String> rules = matrix.refusedBy(tale, Way.KAFKA, new TreeSet<>(tale.rules()));
            for (Way way : Way.values()) {
                if (way != Way.KAFKA) {
                    matrix.refusedBy(tale, way, rules);
                }
            }
        }
        return matrix;
    }

    /// What is wrong with the matrix, as a text; for planted holes, which live in other class
    /// loaders.
    public static String complaints(String root) throws IOException {
        try (Matrix matrix = played(Path.of(root))) {
            return String.join("\n", matrix.complaints);
        }
    }

    List<Tale> tales() {
        return tales;
    }

    List<String> complaints() {
        return complaints;
    }

    /// How many cells were played, and how many a reason stands in for.
    String coverage() {
        int cells = tales.size() * Way.values().length;
        int done = sum(played);
        int told = sum(reasoned);
        return "matrix: %d scenarios x %d ways = %d cells: %d played %s, %d with a reason %s, %d %% covered"
                .formatted(
                        tales.size(),
                        Way.values().length,
                        cells,
                        done,
                        played,
                        told,
                        reasoned,
                        100 * (done + told) / cells);
    }

    private static int sum(Map<Way, Integer> counts) {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }

    private TreeSet<String> refusedBy(Tale tale, Way way, TreeSet<String> rules) {
        if (MatrixReasons.against(tale, way) != null) {
            reasoned.merge(way, 1, Integer::sum);
            gateway.refusesItself(tale, way).ifPresent(said -> complain(tale, way, said));
            return rules;
        }
        played.merge(way, 1, Integer::sum);
        var house = new MatrixHouse(rooms, gateway::answer);
        given(tale, way).forEach(move -> carry(house, move));
        if (!house.broken().isEmpty()
                || house.others().stream().anyMatch(said -> said.startsWith("refused"))) {
            complain(tale, way, "what is given is refused: " + house.broken() + house.others());
        }
        house.forget();
        house.at(tale.when().at());
        send(house, tale, way);
        TreeSet<String> broken = new TreeSet<>(house.broken());
        boolean same = way == Way.KAFKA ? broken.containsAll(rules) : broken.equals(rules);
        if (!same || !house.others().isEmpty()) {
            complain(tale, way, "refused by " + broken + ", not " + rules + "; " + house.others());
        }
        return broken;
    }

    private void complain(Tale tale, Way way, String what) {
        complaints.add(tale.name() + ": " + way + ": " + what);
    }

    private static void carry(MatrixHouse house, Move move) {
        house.at(move.at());
        house.send(move.command(), move.actor());
    }

    /// A chat that had ended before anything happened in it goes through the same again.
    private static List<Move> given(Tale tale, Way way) {
        if (way != Way.REOPENED) {
            return tale.given();
        }
        Move open = tale.given().getFirst();
        String chat = open.command().streamId();
        List<Move> moves = new ArrayList<>();
        for (Move move : tale.given()) {
            moves.add(move);
            if (move.command() instanceof OpenChat || move.command() instanceof OpenAssist) {
                Actor asked = move.actor();
                moves.add(new Move(move.at(), asked, new LeaveChat(chat)));
                var again = new ReopenChat(chat, PersonalText.of("It is not done after all."));
                moves.add(new Move(move.at(), MORGAN, again));
            }
        }
        return moves;
    }

    private void send(MatrixHouse house, Tale tale, Way way) {
        Move when = tale.when();
        switch (way) {
            case KAFKA, REOPENED -> carry(house, when);
            case POLICY -> house.react(List.of(policy(when)), event(when));
            case WAKE_UP -> {
                house.send(
                        new WakeUp(when.command().streamId(), when.at()), Actor.system("wake-up"));
                carry(house, when);
            }
            case REST, BULK ->
                    gateway.ask(house, tale, way).ifPresent(said -> complain(tale, way, said));
        }
    }

    /// The listener that carries such commands; for a command that none carries today, one that
    /// would.
    private static Policy policy(Move when) {
        return when.command() instanceof RecordNote
                ? ChatPolicies.all().stream()
                        .filter(one -> one.topic().equals("notes.events"))
                        .findFirst()
                        .orElseThrow()
                : Policy.onBehalf("matrix", "chat.events", _ -> List.of(when.command()));
    }

    private static Recorded event(Move when) {
        ChatCommand command = when.command();
        PublicEvent event =
                command instanceof RecordNote note
                        ? new NoteAccepted(
                                note.chatId(), note.noteId(), "general", note.note(), null, false)
                        : new VisitorLeft(command.streamId(), "left");
        return new Recorded(
                new Envelope(
                        "matrix-event",
                        WireNames.of(event.getClass()),
                        command.streamId(),
                        1,
                        when.at(),
                        command.streamId(),
                        "matrix",
                        "matrix",
                        when.actor(),
                        null,
                        null),
                event);
    }

    @Override
    public void close() {
        gateway.close();
    }
}
