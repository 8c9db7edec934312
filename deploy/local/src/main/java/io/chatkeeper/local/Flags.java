package io.chatkeeper.local;

import java.util.ArrayList;
import java.util.List;

/// What the Java machines of the services are told. On a desk a quick start counts; where figures
/// are taken, or people are served, the full compiler does, and room for its work.
public enum Flags {
    /// The quick compiler alone.
    QUICK_START(List.of("-XX:TieredStopAtLevel=1")),
    /// The machine's own choice of compilers.
    PRODUCTION(List.of());

    private static final List<String> ALWAYS =
            List.of(
                    "-XX:+UseCompactObjectHeaders",
                    "-XX:+UseSerialGC",
                    "--enable-native-access=ALL-UNNAMED",
                    "--sun-misc-unsafe-memory-access=allow");

    private final List<String> own;

    Flags(List<String> own) {
        this.own = own;
    }

    /// These must be the same in training and in use, or the cache is not taken.
    List<String> options() {
        List<String> all = new ArrayList<>(ALWAYS);
        all.addAll(own);
        return List.copyOf(all);
    }

    /// The heap of a service that gets along with `quick` on a desk.
    String heap(String quick) {
        return this == PRODUCTION ? "-Xmx512m" : quick;
    }
}
