package io.chatkeeper.bench;

import java.nio.file.Path;

/// A part of a run, on a broker and a store of its own.
interface Stage {
    /// Measures everything of this stage, its baselines in between, and leaves nothing running.
    void run(Path root, Plan plan, Results results) throws Exception;
}
