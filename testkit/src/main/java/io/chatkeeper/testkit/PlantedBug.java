package io.chatkeeper.testkit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.tools.JavaFileObject;
import javax.tools.ToolProvider;

/// A bug, planted in copies of production source files: each text is there exactly once, or the
/// source has moved on and the bug must be planted anew.
public record PlantedBug(String name, List<Change> changes) {
    /// What stands in a file, and what the bug puts in its place.
    public record Change(String file, String right, String wrong) {}

    /// A bug in one place.
    public PlantedBug(String name, String file, String right, String wrong) {
        this(name, List.of(new Change(file, right, wrong)));
    }

    /// The same bug where a second defence has been left out too.
    public PlantedBug and(String file, String right, String wrong) {
        List<Change> more = new ArrayList<>(changes);
        more.add(new Change(file, right, wrong));
        return new PlantedBug(name, more);
    }

    private Map<Path, String> sources(Path root) throws IOException {
        Map<Path, String> sources = new HashMap<>();
        for (Change change : changes) {
            Path path = root.resolve(change.file);
            String source = sources.containsKey(path) ? sources.get(path) : Files.readString(path);
            int at = source.indexOf(change.right);
            if (at < 0 || source.indexOf(change.right, at + 1) >= 0) {
                throw new AssertionError(
                        name + ": not exactly once in " + change.file + ": " + change.right);
            }
            String after = source.substring(at + change.right.length());
            sources.put(path, source.substring(0, at) + change.wrong + after);
        }
        return sources;
    }

    /// The changed files' classes, compiled against everything else as it is.
    Map<String, byte[]> compile(Path root) throws IOException {
        List<JavaFileObject> sources = new ArrayList<>();
        sources(root).forEach((path, text) -> sources.add(CompiledClasses.source(path, text)));
        var compiler = ToolProvider.getSystemJavaCompiler();
        try (var files = new CompiledClasses(compiler.getStandardFileManager(null, null, null))) {
            boolean fine =
                    compiler.getTask(
                                    null,
                                    files,
                                    null,
                                    List.of(
                                            "-parameters",
                                            "-nowarn",
                                            "-proc:none",
                                            "-classpath",
                                            System.getProperty("java.class.path")),
                                    null,
                                    sources)
                            .call();
            if (!fine) {
                throw new AssertionError(name + " does not compile");
            }
            return new HashMap<>(files.classes());
        }
    }

    /// A class path on which the bug is real: everything of ours comes from here, and so meets it.
    public ClassLoader loader(Path root) throws IOException {
        return new MutantLoader(compile(root), PlantedBug.class.getClassLoader());
    }

    private static final class MutantLoader extends ClassLoader {
        private final Map<String, byte[]> changed;
        private final ClassLoader everything;

        MutantLoader(Map<String, byte[]> changed, ClassLoader everything) {
            super(everything);
            this.changed = changed;
            this.everything = everything;
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (!name.startsWith("io.chatkeeper.")) {
                return super.loadClass(name, resolve);
            }
            synchronized (getClassLoadingLock(name)) {
                Class<?> known = findLoadedClass(name);
                return known != null ? known : define(name);
            }
        }

        private Class<?> define(String name) throws ClassNotFoundException {
            byte[] bytes = changed.get(name);
            String resource = name.replace('.', '/') + JavaFileObject.Kind.CLASS.extension;
            try (var in = everything.getResourceAsStream(resource)) {
                if (bytes == null && in == null) {
                    throw new ClassNotFoundException(name);
                }
                byte[] used = bytes != null ? bytes : in.readAllBytes();
                return defineClass(name, used, 0, used.length);
            } catch (IOException e) {
                throw new ClassNotFoundException(name, e);
            }
        }
    }
}
