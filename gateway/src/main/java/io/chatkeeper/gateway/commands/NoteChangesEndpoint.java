package io.chatkeeper.gateway.commands;

import io.chatkeeper.contract.NoteText;
import io.chatkeeper.contract.NotesCommand.AmendNote;
import io.chatkeeper.contract.NotesCommand.RedactNote;
import io.chatkeeper.contract.PersonalText;
import io.chatkeeper.gateway.identity.Caller;
import io.chatkeeper.gateway.protection.Ids;
import io.chatkeeper.gateway.protection.Problem;
import io.chatkeeper.gateway.protection.Texts;
import io.chatkeeper.gateway.queries.ChatReads;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/// Other words for a note, and taking one out of every view.
@RestController
@RequestMapping("/api/v1/chats/{id}/notes/{noteId}")
class NoteChangesEndpoint {
    private final Writes writes;
    private final ChatReads reads;

    record Redaction(@Nullable String reason) {}

    NoteChangesEndpoint(Writes writes, ChatReads reads) {
        this.writes = writes;
        this.reads = reads;
    }

    @PostMapping("/amendment")
    Mono<ResponseEntity<Map<String, Object>>> amend(
            @PathVariable String id,
            @PathVariable String noteId,
            @RequestBody NoteEndpoint.Note note,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @AuthenticationPrincipal Caller.Agent caller) {
        Ids.required("noteId", noteId);
        if (note.kind() != null) {
            throw Problem.malformed("A note keeps its kind.");
        }
        NoteText text = NoteEndpoint.text(note);
        return reads.visible(caller, id, 0)
                .flatMap(chat ->
                        writes.send(
                                caller,
                                route(id, noteId, "amendment"),
                                key,
                                _ ->
                                        new AmendNote(
                                                id,
                                                noteId,
                                                text,
                                                NoteEndpoint.sopOf(chat),
                                                NoteEndpoint.handedOver(chat))))
                .map(Answers::done);
    }

    @PostMapping("/redaction")
    Mono<ResponseEntity<Map<String, Object>>> redact(
            @PathVariable String id,
            @PathVariable String noteId,
            @RequestBody Redaction redaction,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @AuthenticationPrincipal Caller.Agent caller) {
        Ids.required("noteId", noteId);
        PersonalText reason = Texts.required("reason", redaction.reason, Texts.SHORT);
        return reads.visible(caller, id, 0)
                .flatMap(_ ->
                        writes.send(
                                caller,
                                route(id, noteId, "redaction"),
                                key,
                                _ -> new RedactNote(id, noteId, reason)))
                .map(Answers::done);
    }

    private static String route(String chatId, String noteId, String act) {
        return "POST /chats/" + chatId + "/notes/" + noteId + "/" + act;
    }
}
