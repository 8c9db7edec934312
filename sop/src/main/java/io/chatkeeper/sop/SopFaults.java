package io.chatkeeper.sop;

import java.util.List;
import java.util.stream.Collectors;

/// An SOP file that can't be taken, with everything that is wrong with it, in the file's order.
public final class SopFaults extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient List<SopFault> faults;

    SopFaults(List<SopFault> faults) {
        super(faults.stream().map(SopFault::toString).collect(Collectors.joining("\n")));
        this.faults = List.copyOf(faults);
    }

    /// At least one, in the file's order.
    public List<SopFault> faults() {
        return faults;
    }
}
