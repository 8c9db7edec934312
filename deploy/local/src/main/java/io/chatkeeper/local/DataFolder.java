package io.chatkeeper.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// The folder of a house, held by one process at a time (`run.lock`), with its secrets.
final class DataFolder implements AutoCloseable {

    private static final int SECRET_BYTES = 32;

    /// The operating system forgets the locks of a process when that process closes the file a
    /// second time, so a second house in this process must not even open it.
    private static final Set<Path> OPEN_HERE = ConcurrentHashMap.newKeySet();

    private final Path path;
    private final FileChannel lock;

    private DataFolder(Path path, FileChannel lock) {
        this.path = path;
        this.lock = lock;
    }

    /// @throws CannotStart when another process holds it or it cannot be written
    static DataFolder open(Path path) {
        try {
            Files.createDirectories(path);
            Path real = path.toRealPath();
            if (!OPEN_HERE.add(real)) {
                throw inUse(real, "this process");
            }
            try {
                return new DataFolder(real, locked(real));
            } catch (IOException | RuntimeException e) {
                OPEN_HERE.remove(real);
                throw e;
            }
        } catch (IOException e) {
            throw new CannotStart(
                    "The data folder "
                            + path
                            + " cannot be written. Choose another one: CHATKEEPER_DATA=<folder>",
                    e);
        }
    }

    private static FileChannel locked(Path path) throws IOException {
        Path file = path.resolve("run.lock");
        FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock = channel.tryLock();
        if (lock == null) {
            channel.close();
            throw inUse(path, "process " + Files.readString(file).strip());
        }
        String owner = Long.toString(ProcessHandle.current().pid());
        channel.truncate(0).write(ByteBuffer.wrap(owner.getBytes(StandardCharsets.US_ASCII)));
        return channel;
    }

    private static CannotStart inUse(Path path, String owner) {
        return new CannotStart(
                "The data folder "
                        + path
                        + " is in use by "
                        + owner
                        + ". Stop that one, or choose another folder: CHATKEEPER_DATA=<folder>");
    }

    Path path() {
        return path;
    }

    /// A random value in base64 that is made once and then kept in a file only its owner can read.
    String secret(String name) {
        Path file = path.resolve(name);
        try {
            if (Files.notExists(file)) {
                var ownerOnly =
                        PosixFilePermissions.asFileAttribute(
                                PosixFilePermissions.fromString("rw-------"));
                Path fresh = Files.createTempFile(path, name, ".new", ownerOnly);
                byte[] bytes = new byte[SECRET_BYTES];
                new SecureRandom().nextBytes(bytes);
                Files.writeString(fresh, Base64.getEncoder().encodeToString(bytes));
                Files.move(fresh, file);
            }
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            lock.close();
            OPEN_HERE.remove(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
