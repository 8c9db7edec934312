package io.chatkeeper.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// The files of this repository that people write: what is built or fetched is left out.
final class Repository {
    private static final Set<String> NOT_WRITTEN =
            Set.of(".git", "target", "node_modules", "data", "dist", "generated", ".idea");

    private final Path root;

    Repository(Path root) {
        this.root = root;
    }

    Path root() {
        return root;
    }

    /// A text file, named by its path from the root.
    record Text(String name, List<String> lines) {}

    /// The text files with one of these endings; all, if none is named.
    Stream<Text> texts(String... endings) {
        return files().stream()
                .filter(file ->
                        endings.length == 0
                                || Stream.of(endings).anyMatch(file.toString()::endsWith))
                .flatMap(file -> read(file).stream());
    }

    /// The files below a folder whose names end like this.
    List<Path> paths(String folder, String ending) {
        return files().stream()
                .filter(file -> file.startsWith(root.resolve(folder)))
                .filter(file -> file.toString().endsWith(ending))
                .toList();
    }

    private List<Path> files() {
        List<Path> files = new ArrayList<>();
        try {
            Files.walkFileTree(root, new Collector(files));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return files.stream().sorted().toList();
    }

    /// Nothing, if the file is no text.
    private List<Text> read(Path file) {
        try {
            return List.of(new Text(root.relativize(file).toString(), Files.readAllLines(file)));
        } catch (MalformedInputException noText) {
            return List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class Collector extends SimpleFileVisitor<Path> {
        private final List<Path> files;

        private Collector(List<Path> files) {
            this.files = files;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            return NOT_WRITTEN.contains(String.valueOf(folder.getFileName()))
                    ? FileVisitResult.SKIP_SUBTREE
                    : FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            files.add(file);
            return FileVisitResult.CONTINUE;
        }
    }
}
