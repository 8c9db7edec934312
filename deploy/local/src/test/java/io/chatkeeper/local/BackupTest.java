package io.chatkeeper.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What goes into a backup and comes out of it. That a house lives on from one is in the system
/// test.
class BackupTest {
    @TempDir Path folder;
    private Path data;
    private Path copy;

    @BeforeEach
    void lived() throws IOException {
        data = folder.resolve("data");
        copy = folder.resolve("copy");
        write("mongo/store.mv", "journals");
        write("kafka/log/chat.events-0/00.log", "events");
        write("kafka/server.properties", "ports of the last start");
        write("logs/chat-service.log", "talk");
        write("run.pids", "");
        try (DataFolder open = DataFolder.open(data)) {
            open.secret("secret");
        }
    }

    private void write(String name, String text) throws IOException {
        Path file = data.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private Backup backup(Path of) {
        return new Backup(HouseSettings.of(Repository.root(), of), _ -> {});
    }

    private static List<String> files(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile)
                    .map(file -> folder.relativize(file).toString())
                    .sorted()
                    .toList();
        }
    }

    @Test
    void everything_that_lasts_comes_back_and_secrets_stay_secret() throws IOException {
        backup(data).take(copy);
        Path other = folder.resolve("other");
        backup(other).bringBack(copy);

        assertThat(files(other))
                .containsExactly(
                        "kafka/log/chat.events-0/00.log", "mongo/store.mv", "run.lock", "secret");
        assertThat(other.resolve("mongo/store.mv")).hasContent("journals");
        assertThat(other.resolve("secret")).hasSameTextualContentAs(data.resolve("secret"));
        assertThat(
                        PosixFilePermissions.toString(
                                Files.getPosixFilePermissions(copy.resolve("secret"))))
                .isEqualTo("rw-------");
    }

    @Test
    void a_backup_that_is_not_what_was_written_leaves_nothing() throws IOException {
        backup(data).take(copy);
        Files.writeString(copy.resolve("mongo/store.mv"), "journal!");
        Path other = folder.resolve("other");

        assertThatThrownBy(() -> backup(other).bringBack(copy))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("store.mv is not what was backed up");
        assertThat(files(other)).containsExactly("run.lock");
    }

    @Test
    void a_backup_that_misses_a_file_or_was_never_finished_leaves_nothing() throws IOException {
        backup(data).take(copy);
        Files.delete(copy.resolve("mongo/store.mv"));
        Path other = folder.resolve("other");

        assertThatThrownBy(() -> backup(other).bringBack(copy))
                .hasMessageContaining("store.mv is missing");
        Files.delete(copy.resolve("SHA256SUMS"));
        assertThatThrownBy(() -> backup(other).bringBack(copy))
                .hasMessageContaining("no whole backup");
        assertThat(files(other)).containsExactly("run.lock");
    }

    @Test
    void nothing_is_written_over() throws IOException {
        backup(data).take(copy);

        assertThatThrownBy(() -> backup(data).bringBack(copy)).hasMessageContaining("not empty");
        assertThatThrownBy(() -> backup(data).take(copy)).hasMessageContaining("not empty");
        assertThatThrownBy(() -> backup(data).take(data.resolve("inside")))
                .hasMessageContaining("is none");
    }

    @Test
    void a_house_that_is_open_or_has_servers_of_its_own_is_left_alone() {
        try (DataFolder open = DataFolder.open(data)) {
            assertThatThrownBy(() -> backup(open.path()).take(copy)).hasMessageContaining("in use");
        }
        var elsewhere =
                HouseSettings.of(Repository.root(), data)
                        .with("CHATKEEPER_MONGO_URI", "mongodb://db.example");
        assertThatThrownBy(() -> new Backup(elsewhere, _ -> {}).take(copy))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("runbook");
    }
}
