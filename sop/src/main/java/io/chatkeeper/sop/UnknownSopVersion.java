package io.chatkeeper.sop;

import io.chatkeeper.contract.SopRef;

/// A version was asked for that is not here. It may still be on its way, so retrying can help.
public final class UnknownSopVersion extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient SopRef ref;

    public UnknownSopVersion(SopRef ref) {
        super("no such SOP version: " + ref);
        this.ref = ref;
    }

    /// Which version was asked for.
    public SopRef ref() {
        return ref;
    }
}
