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

    /// A fault that no file can know of alone, such as a clash with another procedure.
    public static SopFaults of(String path, String message) {
        return new SopFaults(List.of(new SopFault(1, 1, path, message)));
    }

    /// At least one, in the file's order.
    public List<SopFault> faults() {
        return faults;
    }
}
