package io.chatkeeper.sop;

/// An occasion on which a chat may have to be written into another system (R136).
public enum Occasion {
    OPENED,
    ESCALATED,
    RESOLVED,
    CLOSED,
    RATED,
    FOLLOWED_UP;

    /// How the file and the events call it, such as `followed-up`.
    public String word() {
        return SopShape.word(this);
    }
}
