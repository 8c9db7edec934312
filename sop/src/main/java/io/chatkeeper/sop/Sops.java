package io.chatkeeper.sop;

import io.chatkeeper.contract.SopRef;
import java.util.Optional;

/// The published procedures, as a decision looks them up.
public interface Sops {
    /// The version a chat keeps.
    ///
    /// @throws UnknownSopVersion if it has not been published, or has not arrived here yet
    Sop get(SopRef ref);

    /// The version in force.
    Optional<Sop> newest(String sopId);

    /// The newest version of the procedure that owns the desk.
    Optional<Sop> ownerOfDesk(String deskId);
}
