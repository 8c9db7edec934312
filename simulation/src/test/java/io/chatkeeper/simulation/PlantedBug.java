package io.chatkeeper.simulation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.tools.JavaFileObject;
import javax.tools.ToolProvider;

/// A bug, planted in a copy of a production source file: the text is there exactly once, or the
/// source has moved on and the bug must be planted anew.
record PlantedBug(String name, String file, String right, String wrong) {
    /// The changed file's classes, compiled against everything else as it is.
    Map<String, byte[]> compile(Path root) throws IOException {
        Path path = root.resolve(file);
        String source = Files.readString(path);
        int at = source.indexOf(right);
        if (at < 0 || source.indexOf(right, at + 1) >= 0) {
            throw new AssertionError(name + ": not exactly once in " + file + ": " + right);
        }
        String changed = source.substring(0, at) + wrong + source.substring(at + right.length());
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
                                    List.of(CompiledClasses.source(path, changed)))
                            .call();
            if (!fine) {
                throw new AssertionError(name + " does not compile");
            }
            return new HashMap<>(files.classes());
        }
    }

    /// A class path on which the bug is real: everything of ours comes from here, and so meets it.
    ClassLoader loader(Path root) throws IOException {
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
