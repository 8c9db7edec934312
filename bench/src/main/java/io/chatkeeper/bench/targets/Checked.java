package io.chatkeeper.bench.targets;

import io.chatkeeper.bench.load.Target;
import io.chatkeeper.bench.oracle.Verdict;

/// A target that can be held against what is stored of it.
public interface Checked extends Target {
    /// Whether everything acknowledged until now is stored once and in order.
    Verdict verdict();
}
