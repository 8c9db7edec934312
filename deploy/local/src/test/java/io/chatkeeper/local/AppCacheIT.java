package io.chatkeeper.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AppCacheIT {

    private static final List<String> HEAP = List.of("-Xmx64m");

    @TempDir Path folder;
    private final List<String> said = new ArrayList<>();
    private AppCache cache;
    private Training training;

    @BeforeEach
    void emptyCache() {
        Path apps = folder.resolve("apps");
        cache = new AppCache(apps, Flags.QUICK_START);
        training = new Training(apps, said::add);
    }

    private Path springBootJar(String name) throws IOException {
        return FakeService.springBootJar(folder.resolve(name + "/fake.jar"));
    }

    private Trainee trainee(App app) {
        ServiceProcess process = new ServiceProcess("fake", 1, Ports.free());
        Map<String, String> environment =
                Map.of(
                        "CHATKEEPER_INSTANCE", process.name(),
                        "SERVER_ADDRESS", "127.0.0.1",
                        "SERVER_PORT", Integer.toString(process.port()));
        ChildProcess child =
                new ChildProcess(
                        app.training(HEAP), environment, folder, folder.resolve("logs/fake.log"));
        return new Trainee(
                "fake",
                app,
                child,
                () -> {
                    try (Readiness readiness = new Readiness()) {
                        return readiness.of(process);
                    }
                });
    }

    @Test
    void a_spring_boot_jar_is_unpacked_once_and_trained_once() throws IOException {
        App app = cache.app("fake", springBootJar("first"));
        assertThat(app.jar()).startsWith(folder.resolve("apps")).exists();
        assertThat(app.command(HEAP)).noneMatch(word -> word.startsWith("-XX:AOTCache="));

        training.train(List.of(trainee(app)));
        training.train(List.of(trainee(app)));

        assertThat(said).containsExactly("training fake for a quick start (once per build)");
        assertThat(app.command(HEAP)).contains("-XX:AOTCache=" + app.cache());
    }

    @Test
    void other_flags_are_another_program() throws IOException {
        App quick = cache.app("fake", springBootJar("first"));
        App full =
                new AppCache(folder.resolve("apps"), Flags.PRODUCTION)
                        .app("fake", springBootJar("first"));
        assertThat(full.jar()).isNotEqualTo(quick.jar());
        assertThat(full.command(HEAP)).doesNotContain("-XX:TieredStopAtLevel=1");
    }

    @Test
    void the_same_content_from_another_build_is_the_same_program() throws IOException {
        App first = cache.app("fake", springBootJar("first"));
        App second = cache.app("fake", springBootJar("second"));
        assertThat(second).isEqualTo(first);
    }

    @Test
    void a_program_that_cannot_be_trained_goes_without_and_is_not_tried_again() throws IOException {
        App app = cache.app("fake", springBootJar("first"));
        Files.writeString(app.jar(), "broken");

        training.train(List.of(trainee(app)));
        training.train(List.of(trainee(app)));

        assertThat(said).hasSize(2).last().asString().contains("could not be trained");
        assertThat(app.command(HEAP)).noneMatch(word -> word.startsWith("-XX:AOTCache="));
    }

    @Test
    void a_jar_of_another_kind_runs_as_it_is() throws IOException {
        Path jar = FakeService.jar(folder.resolve("plain.jar"));
        App app = cache.app("fake", jar);
        assertThat(app.jar()).isEqualTo(jar);
        assertThat(Training.isWanted(app)).isFalse();
    }
}
