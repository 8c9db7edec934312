package io.chatkeeper.simulation;

import java.lang.reflect.Method;
import java.util.concurrent.Executor;

/// Makes virtual threads that run where we say. Threads that such a thread starts run there too, so
/// production code needs to know nothing of it.
final class Threads {
    private static final Method NEW = constructor();

    private Threads() {}

    private static Method constructor() {
        try {
            Method method =
                    Class.forName("java.lang.ThreadBuilders")
                            .getDeclaredMethod(
                                    "newVirtualThread",
                                    Executor.class,
                                    String.class,
                                    int.class,
                                    Runnable.class);
            method.setAccessible(true);
            return method;
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("this JDK makes virtual threads in another way", e);
        }
    }

    /// A thread, not started yet, of which every step is a task of the executor.
    static Thread on(Executor executor, String name, Runnable work) {
        try {
            return (Thread) NEW.invoke(null, executor, name, 0, work);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
