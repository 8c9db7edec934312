package io.chatkeeper.chat.chat;

import io.chatkeeper.chat.chat.ChatEvent.ChatNoted;
import io.chatkeeper.chat.chat.ChatEvent.NoteRefused;
import io.chatkeeper.contract.ChatCommand.RecordNote;
import io.chatkeeper.contract.Decision;
import io.chatkeeper.contract.Refusal;
import io.chatkeeper.contract.Refused;
import io.chatkeeper.contract.Violation;
import io.chatkeeper.sop.NoteGuard;
import io.chatkeeper.sop.NoteRules;
import io.chatkeeper.sop.SensitiveData;
import io.chatkeeper.sop.Sop;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/// Recording a note that the notes service has let pass. The chat runs the same guard again, on its
/// own state; a refusal is an event, for the notes service has stored the note already.
final class Notes {
    private Notes() {}

    static List<ChatEvent> record(Chat.Opened chat, RecordNote note, Decision by, Sop sop) {
        try {
            Legality.check(chat, note, by.actor());
        } catch (Refused refused) {
            return List.of(refused(note, refused.refusal()));
        }
        List<Violation> violations =
                NoteGuard.check(sop.notes(), note.note(), note.kind(), chat.handedOver());
        if (!violations.isEmpty()) {
            return List.of(refused(note, Refusal.violating(violations)));
        }
        String kind = note.kind() == null ? NoteRules.GENERAL : note.kind();
        String text = SensitiveData.mask(note.note().whole());
        return List.of(
                new ChatNoted(note.chatId(), note.noteId(), kind, by.actor().id(), hash(text)));
    }

    static NoteRefused refused(RecordNote note, Refusal refusal) {
        return new NoteRefused(note.chatId(), note.noteId(), refusal);
    }

    private static String hash(String text) {
        try {
            return HexFormat.of()
                    .formatHex(
                            MessageDigest.getInstance("SHA-256")
                                    .digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
