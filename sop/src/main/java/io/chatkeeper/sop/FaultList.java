package io.chatkeeper.sop;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Collects what is wrong with a file, up to a limit: nobody reads further than that, and neither
/// does the reader, which is thrown out then.
final class FaultList {
    static final int LIMIT = 200;

    private final List<SopFault> faults = new ArrayList<>();

    void add(Yaml where, String path, String message) {
        add(where.line(), where.column(), path, message);
    }

    void add(int line, int column, String path, String message) {
        faults.add(new SopFault(line, column, path, message));
        if (faults.size() == LIMIT) {
            throwIfAny();
        }
    }

    /// @throws SopFaults if there is at least one
    void throwIfAny() {
        if (!faults.isEmpty()) {
            throw new SopFaults(
                    faults.stream()
                            .sorted(
                                    Comparator.comparing(SopFault::line)
                                            .thenComparing(SopFault::column))
                            .toList());
        }
    }
}
