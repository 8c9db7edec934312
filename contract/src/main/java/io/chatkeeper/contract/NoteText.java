package io.chatkeeper.contract;

import org.jspecify.annotations.Nullable;

/// The text of a note: free, or in the three slots of R61. Exactly one of `text` and `concern` is
/// there.
public record NoteText(
        @Nullable PersonalText text,
        @Nullable PersonalText concern,
        @Nullable PersonalText action,
        @Nullable PersonalText followUp) {
    /// A note written as one text.
    public static NoteText free(String text) {
        return new NoteText(PersonalText.of(text), null, null, null);
    }

    /// Everything the note says, as one text of whole sentences.
    public String whole() {
        if (text != null) {
            return text.plain();
        }
        StringBuilder whole = new StringBuilder();
        for (PersonalText slot : new PersonalText[] {concern, action, followUp}) {
            if (slot != null && !slot.plain().isBlank()) {
                String said = slot.plain();
                whole.append(whole.isEmpty() ? "" : " ").append(said);
                whole.append(said.matches("(?s).*[.!?]") ? "" : ".");
            }
        }
        return whole.toString();
    }
}
