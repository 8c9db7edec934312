package io.chatkeeper.sop;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// When a note is needed and what it must and must not be (R51, R60-R66, R70).
///
/// @param requiredBefore the acts that need a note first: `resolve`, `close`
/// @param always whether every chat needs one, whatever `when` says
/// @param when the chats that need one: `transferred`, `follow-up`
/// @param mustSay what the note tells: `concern`, `action`, `follow-up-if-pending`
/// @param refuse which faults of a note refuse it, as codes in kebab-case
/// @param lengths how many words a note has, by its kind; a kind that is not in it may have any
///   number
public record NoteRules(
        Set<String> requiredBefore,
        boolean always,
        Set<String> when,
        Set<String> mustSay,
        Set<String> refuse,
        Map<String, NoteLength> lengths) {
    /// What a note can be for. `crm` is one for the customer's record, which tells every detail.
    public static final Set<String> KINDS =
            Ordered.copy(List.of("general", "closing", "transfer", "escalation", "crm"));

    /// What a note is for if nobody says.
    public static final String GENERAL = "general";

    /// A note that waits for somebody: the chat was handed over.
    public static final String TRANSFERRED = "transferred";

    /// A note that waits for something: the customer was promised a follow-up.
    public static final String FOLLOW_UP = "follow-up";

    /// Keeps the file's order and lets nobody change what was read.
    public NoteRules {
        requiredBefore = Ordered.copy(requiredBefore);
        when = Ordered.copy(when);
        mustSay = Ordered.copy(mustSay);
        refuse = Ordered.copy(refuse);
        lengths = Collections.unmodifiableMap(new LinkedHashMap<>(lengths));
    }

    /// How many words a note of that kind has (R70).
    ///
    /// @param kind one of [#KINDS]; null means [#GENERAL]
    public NoteLength length(@Nullable String kind) {
        return lengths.getOrDefault(kind == null ? GENERAL : kind, NoteLength.ANY);
    }

    /// Whether a chat with this history needs a note before the act (R60).
    public boolean required(String act, boolean transferred, boolean followUp) {
        return requiredBefore.contains(act)
                && (always
                        || transferred && when.contains(TRANSFERRED)
                        || followUp && when.contains(FOLLOW_UP));
    }
}
