package io.chatkeeper.local;

/// Something outside keeps Chatkeeper from starting. The message says what, and the way out.
public final class CannotStart extends RuntimeException {

    private static final long serialVersionUID = 1;

    /// `message` is for the person at the terminal: what is wrong, then what to do.
    public CannotStart(String message) {
        super(message);
    }

    /// As above, with the reason below it.
    public CannotStart(String message, Throwable reason) {
        super(message, reason);
    }
}
