package io.chatkeeper.routing.desk;

/// What one policy says of an agent for a chat.
sealed interface Verdict {
    /// Nothing speaks against them.
    Verdict ALLOWED = new Allowed();

    record Allowed() implements Verdict {}

    /// They can't be asked.
    ///
    /// @param reason in words for a lead
    record Refused(String reason) implements Verdict {}

    /// They can be asked; of two the one with the higher score is.
    ///
    /// @param reason why that many points, in words for a lead
    record Scored(long points, String reason) implements Verdict {}
}
