package io.chatkeeper.local;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// A service's program, ready to be started.
///
/// @param jar what `java -jar` takes; its libraries lie beside it if it was unpacked
/// @param cache the file of the ahead-of-time cache, which may not exist; beside an unpacked jar
/// @param unpacked whether it is a Spring Boot jar that was unpacked, and so may have a cache
/// @param flags the same in training and in use
record App(Path jar, Path cache, boolean unpacked, Flags flags) {

    List<String> command(String heap) {
        return command(heap, Files.exists(cache) ? List.of("-XX:AOTCache=" + cache) : List.of());
    }

    /// The training run: it stops when everything is wired, before anything listens.
    List<String> training(String heap, Path output) {
        return command(
                heap, List.of("-XX:AOTCacheOutput=" + output, "-Dspring.context.exit=onRefresh"));
    }

    private List<String> command(String heap, List<String> more) {
        List<String> words = new ArrayList<>(List.of(PartsClasspath.java(), heap));
        words.addAll(flags.options());
        words.addAll(more);
        words.add("-jar");
        words.add(jar.toString());
        return words;
    }
}
