package io.chatkeeper.local;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// A program in a Java machine of its own, ready to be started.
///
/// @param jar its own classes; libraries lie beside it, in `lib`, if it was unpacked
/// @param start the words that name it to the machine: `-jar app.jar`, or a class path and a class
/// @param cache the file of the ahead-of-time cache, which may not exist
/// @param trainable whether it may have a cache; only what starts from jars may
/// @param flags the same in training and in use
record App(Path jar, List<String> start, Path cache, boolean trainable, Flags flags) {

    /// What `java -jar` takes.
    static App ofJar(Path jar, Path cache, boolean trainable, Flags flags) {
        return new App(jar, List.of("-jar", jar.toString()), cache, trainable, flags);
    }

    /// The words that start it.
    ///
    /// @param options for its machine, such as `-Xmx256m`
    List<String> command(List<String> options, String... arguments) {
        boolean trained = Files.exists(cache);
        return words(options, trained ? List.of("-XX:AOTCache=" + cache) : List.of(), arguments);
    }

    /// The same for a run that writes `freshCache` when it ends.
    List<String> training(List<String> options, String... arguments) {
        return words(options, List.of("-XX:AOTCacheOutput=" + freshCache()), arguments);
    }

    /// A cache that is being made; it becomes `cache` when it is whole.
    Path freshCache() {
        return cache.resolveSibling(cache.getFileName() + ".new");
    }

    private List<String> words(List<String> options, List<String> cacheUse, String... arguments) {
        List<String> words = new ArrayList<>(List.of(PartPrograms.java()));
        words.addAll(options);
        words.addAll(flags.options());
        words.addAll(cacheUse);
        words.addAll(start);
        words.addAll(List.of(arguments));
        return List.copyOf(words);
    }
}
