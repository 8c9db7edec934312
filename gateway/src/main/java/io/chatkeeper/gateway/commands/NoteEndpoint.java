package io.chatkeeper.gateway.commands;

import io.chatkeeper.contract.NoteText;
import io.chatkeeper.contract.NotesCommand.SubmitNote;
import io.chatkeeper.contract.PersonalText;
import io.chatkeeper.contract.ProposedFollowUp;
import io.chatkeeper.contract.PublicChatEvent.ChatNoted;
import io.chatkeeper.contract.PublicChatEvent.NoteRefused;
import io.chatkeeper.contract.PublicEvent;
import io.chatkeeper.contract.PublicNotesEvent.FollowUpsProposed;
import io.chatkeeper.contract.PublicNotesEvent.NoteRejected;
import io.chatkeeper.contract.Recorded;
import io.chatkeeper.contract.Refusal;
import io.chatkeeper.contract.Reply;
import io.chatkeeper.contract.SopRef;
import io.chatkeeper.gateway.identity.Caller;
import io.chatkeeper.gateway.protection.Problem;
import io.chatkeeper.gateway.protection.Texts;
import io.chatkeeper.gateway.queries.ChatReads;
import io.chatkeeper.gateway.streams.EventFeed;
import io.chatkeeper.sop.NoteRules;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import tools.jackson.databind.node.ObjectNode;

/// Handing in a note. It is answered when the chat itself has recorded it: only then it counts.
@RestController
class NoteEndpoint {
    private static final Duration RECORDED_WITHIN = Duration.ofSeconds(5);

    private final Writes writes;
    private final ChatReads reads;
    private final EventFeed feed;

    record Note(
            @Nullable String text,
            @Nullable String concern,
            @Nullable String action,
            @Nullable String followUp,
            @Nullable String kind) {}

    record Proposal(String what, Instant dueAt, int start, int end) {
        static Proposal of(ProposedFollowUp one) {
            return new Proposal(one.what().plain(), one.dueAt(), one.start(), one.end());
        }
    }

    NoteEndpoint(Writes writes, ChatReads reads, EventFeed feed) {
        this.writes = writes;
        this.reads = reads;
        this.feed = feed;
    }

    @PostMapping("/api/v1/chats/{id}/notes")
    Mono<ResponseEntity<Map<String, Object>>> submit(
            @PathVariable String id,
            @RequestBody Note note,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @AuthenticationPrincipal Caller.Agent caller) {
        NoteText text = text(note);
        String kind = kind(note.kind);
        String commandId = writes.commandId(caller, "POST /chats/" + id + "/notes", key);
        String noteId = "note-" + commandId;
        return reads.visible(caller, id, 0)
                .flatMap(chat ->
                        writes.send(caller, commandId, _ -> command(id, noteId, kind, text, chat))
                                .flatMap(reply -> whenRecorded(reply, id, noteId)))
                .onErrorResume(Problem.class, problem -> longAgo(caller, id, noteId, problem));
    }

    /// A repeat may come when the feed has forgotten; the chat's document still knows the note.
    private Mono<ResponseEntity<Map<String, Object>>> longAgo(
            Caller caller, String chatId, String noteId, Problem problem) {
        if (problem.status() != HttpStatus.GATEWAY_TIMEOUT) {
            return Mono.error(problem);
        }
        return reads.visible(caller, chatId, 0)
                .filter(chat -> chat.path("noted").toString().contains("\"" + noteId + "\""))
                .map(chat ->
                        Answers.answer(
                                HttpStatus.CREATED,
                                chatId,
                                chat.path("sequence").asLong(),
                                Map.of("noteId", noteId)))
                .switchIfEmpty(Mono.error(problem));
    }

    private static SubmitNote command(
            String chatId, String noteId, String kind, NoteText text, ObjectNode chat) {
        return new SubmitNote(chatId, noteId, kind, text, sopOf(chat), handedOver(chat));
    }

    static SopRef sopOf(ObjectNode chat) {
        return new SopRef(
                chat.path("sop").path("id").asString(""),
                chat.path("sop").path("version").asInt(0));
    }

    static boolean handedOver(ObjectNode chat) {
        boolean transferred = false;
        for (var transfer : chat.withArray("transfers")) {
            transferred |= transfer.path("state").asString("").equals("acknowledged");
        }
        return transferred;
    }

    private Mono<ResponseEntity<Map<String, Object>>> whenRecorded(
            Reply reply, String chatId, String noteId) {
        List<ProposedFollowUp> proposed = new ArrayList<>();
        for (Recorded event : reply.events()) {
            if (event.event() instanceof NoteRejected rejected) {
                return Mono.error(Problem.of(Refusal.violating(rejected.findings())));
            }
            if (event.event() instanceof FollowUpsProposed proposes) {
                proposed.addAll(proposes.proposed());
            }
        }
        return recorded(chatId, noteId).map(chatEvent -> answer(noteId, proposed, chatEvent));
    }

    /// What the chat says of the note; the feed remembers, should it have been said already.
    private Mono<Recorded> recorded(String chatId, String noteId) {
        return feed.chat(chatId)
                .filter(recorded -> isAbout(noteId, recorded.event()))
                .next()
                .timeout(RECORDED_WITHIN)
                .onErrorMap(TimeoutException.class, _ -> Writes.unknown());
    }

    private static boolean isAbout(String noteId, PublicEvent event) {
        return switch (event) {
            case ChatNoted noted -> noted.noteId().equals(noteId);
            case NoteRefused refused -> refused.noteId().equals(noteId);
            default -> false;
        };
    }

    private static ResponseEntity<Map<String, Object>> answer(
            String noteId, List<ProposedFollowUp> proposed, Recorded recorded) {
        if (recorded.event() instanceof NoteRefused refused) {
            Refusal why = refused.refusal();
            throw Problem.of(HttpStatus.CONFLICT, why.code(), why.detail());
        }
        return Answers.answer(
                HttpStatus.CREATED,
                recorded.envelope().streamId(),
                recorded.envelope().sequence(),
                proposed.isEmpty()
                        ? Map.of("noteId", noteId)
                        : Map.of(
                                "noteId",
                                noteId,
                                "proposedFollowUps",
                                proposed.stream().map(Proposal::of).toList()));
    }

    private static String kind(@Nullable String given) {
        String kind = given == null ? NoteRules.GENERAL : given;
        if (!NoteRules.KINDS.contains(kind)) {
            throw Problem.malformed("kind is one of " + String.join(", ", NoteRules.KINDS) + ".");
        }
        return kind;
    }

    static NoteText text(Note note) {
        boolean slots = note.concern != null || note.action != null || note.followUp != null;
        if (slots == (note.text != null)) {
            throw Problem.malformed("Send either text, or concern and action.");
        }
        if (!slots) {
            return new NoteText(Texts.judgedLater("text", note.text, Texts.LONG), null, null, null);
        }
        PersonalText concern = Texts.judgedLater("concern", note.concern, Texts.LONG);
        PersonalText action = Texts.judgedLater("action", note.action, Texts.LONG);
        return new NoteText(
                null, concern, action, Texts.optional("followUp", note.followUp, Texts.LONG));
    }
}
