package io.chatkeeper.pipeline;

/// The store did not answer as it should; whether a write happened is not known.
public final class StoreUnavailable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public StoreUnavailable(String what, Throwable cause) {
        super(what, cause);
    }
}
