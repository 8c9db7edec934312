package io.chatkeeper.local;

/// Ends this process when the one that started it is gone, so that a killed parent leaves nothing
/// behind.
public final class ParentWatch {

    private static final int CLEAN_STOP_LIMIT_MILLIS = 10_000;

    private ParentWatch() {}

    /// From now on: when process `parent` ends, this one stops cleanly, or after ten seconds at any
    /// rate. If it is gone already, this one stops at once.
    public static void exitWithParent(long parent) {
        ProcessHandle.of(parent)
                .ifPresentOrElse(
                        handle -> handle.onExit().thenRun(ParentWatch::exit), ParentWatch::exit);
    }

    private static void exit() {
        Thread.ofPlatform().name("parent-is-gone").start(() -> System.exit(0));
        Thread.ofPlatform().daemon().name("exit-limit").start(ParentWatch::haltAfterLimit);
    }

    private static void haltAfterLimit() {
        try {
            Thread.sleep(CLEAN_STOP_LIMIT_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Runtime.getRuntime().halt(1);
    }
}
