package io.chatkeeper.sop;

import org.jspecify.annotations.Nullable;

/// What must be known of a chat in order to judge a text in it.
///
/// @param transferred whether the chat was handed over, so that others act
/// @param customerName the customer's name; null if nobody knows it
/// @param reply whether it is a line within a running chat with a lead, not a request
/// @param form the name of the form that is filled in
/// @param noteKind what a note is for, one of [NoteRules#KINDS]; null if nobody said
public record TextContext(
        boolean transferred,
        @Nullable String customerName,
        boolean reply,
        @Nullable String form,
        @Nullable String noteKind) {
    /// Nothing is known.
    public static final TextContext NONE = new TextContext(false, null, false, null, null);
}
