package io.chatkeeper.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HouseIT {

    @TempDir Path folder;
    private final List<String> said = new CopyOnWriteArrayList<>();
    private Path jar;
    private HouseSettings settings;

    @BeforeEach
    void servicesWithoutParts() throws IOException {
        jar = FakeService.jar(folder.resolve("fake.jar"));
        settings =
                HouseSettings.of(Repository.root(), folder.resolve("data"))
                        .with("CHATKEEPER_KAFKA", "127.0.0.1:1")
                        .with("CHATKEEPER_MONGO_URI", "mongodb://127.0.0.1:2");
    }

    private House start(HouseSettings settings) {
        return House.start(settings, _ -> jar, said::add);
    }

    private static String get(String url) {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpRequest request = HttpRequest.newBuilder(URI.create(url)).build();
            return client.send(request, BodyHandlers.ofString()).body();
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static String told(House house, String service, String name) {
        return get(house.url(service) + "/environment/" + name);
    }

    @Test
    void every_service_is_told_where_the_others_are_and_what_they_share() throws Exception {
        try (House house = start(settings.with("CHATKEEPER_LIMITS", "off"))) {
            assertThat(told(house, "gateway", "CHATKEEPER_CHAT_URL"))
                    .isEqualTo(house.url("chat-service"));
            assertThat(told(house, "gateway", "CHATKEEPER_PROJECTION_URL"))
                    .isEqualTo(house.url("projection-service"));
            assertThat(told(house, "sla-service", "CHATKEEPER_KAFKA")).isEqualTo("127.0.0.1:1");
            assertThat(told(house, "sla-service", "CHATKEEPER_MONGO_URI"))
                    .isEqualTo("mongodb://127.0.0.1:2");
            assertThat(told(house, "gateway", "CHATKEEPER_LIMITS")).isEqualTo("off");
            assertThat(told(house, "chat-service", "CHATKEEPER_INSTANCE"))
                    .isEqualTo("chat-service-1");
            assertThat(told(house, "notes-service", "CHATKEEPER_SECRET"))
                    .hasSize(44)
                    .isEqualTo(told(house, "gateway", "CHATKEEPER_SECRET"))
                    .isNotEqualTo(told(house, "gateway", "CHATKEEPER_INTERNAL_TOKEN"));
            assertThat(house.url()).startsWith("http://localhost:");
        }
        Path secret = folder.resolve("data/secret");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(secret)))
                .isEqualTo("rw-------");
    }

    @Test
    void a_killed_service_comes_back_on_its_port() {
        try (House house = start(settings)) {
            long before = house.pid("chat-service");
            String url = house.url("chat-service");

            house.kill("chat-service");
            house.awaitReady("chat-service");

            assertThat(house.pid("chat-service")).isNotEqualTo(before);
            assertThat(house.url("chat-service")).isEqualTo(url);
            assertThat(said).anyMatch(line -> line.startsWith("chat-service-1 ended"));
        }
    }

    @Test
    void a_frozen_service_is_silent_until_it_goes_on_as_the_same_process() {
        try (House house = start(settings)) {
            long before = house.pid("chat-service");

            house.freeze("chat-service");
            assertThat(isSilent(house.url("chat-service"))).isTrue();
            house.thaw("chat-service");
            house.awaitReady("chat-service");

            assertThat(house.pid("chat-service")).isEqualTo(before);
        }
    }

    @Test
    void a_house_with_a_frozen_service_can_be_closed() {
        ProcessHandle frozen;
        try (House house = start(settings)) {
            frozen = ProcessHandle.of(house.pid("chat-service")).orElseThrow();
            house.freeze("chat-service");
        }
        assertThat(frozen.isAlive()).isFalse();
    }

    @Test
    void a_service_that_is_sent_away_stays_away_and_comes_back_by_itself() {
        try (House house = start(settings)) {
            long before = house.pid("chat-service");
            long since = System.nanoTime();

            house.away("chat-service", Duration.ofSeconds(3));
            assertThat(isSilent(house.url("chat-service"))).isTrue();
            house.awaitReady("chat-service");

            assertThat(Duration.ofNanos(System.nanoTime() - since))
                    .isGreaterThanOrEqualTo(Duration.ofSeconds(3));
            assertThat(house.pid("chat-service")).isNotEqualTo(before);
            assertThat(said).noneMatch(line -> line.startsWith("chat-service-1 ended"));
        }
    }

    private static boolean isSilent(String url) {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpRequest request =
                    HttpRequest.newBuilder(URI.create(url)).timeout(Duration.ofSeconds(1)).build();
            client.send(request, BodyHandlers.discarding());
            return false;
        } catch (IOException _) {
            return true;
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void a_closed_house_leaves_no_process_and_can_be_opened_again() {
        List<ProcessHandle> children;
        try (House house = start(settings)) {
            children =
                    house.names().stream()
                            .map(name -> ProcessHandle.of(house.pid(name)).orElseThrow())
                            .toList();
        }
        assertThat(children).hasSize(6).noneMatch(ProcessHandle::isAlive);
        start(settings).close();
    }

    @Test
    void a_service_may_have_several_processes() {
        var twice =
                new HouseSettings(
                        settings.root(),
                        settings.data(),
                        0,
                        settings.sops(),
                        settings.environment(),
                        Map.of("chat-service", 2));
        try (House house = start(twice)) {
            assertThat(told(house, "chat-service-2", "CHATKEEPER_INSTANCE"))
                    .isEqualTo("chat-service-2");
        }
    }

    @Test
    void a_data_folder_serves_one_house_at_a_time() {
        try (House house = start(settings)) {
            assertThat(house.names()).isNotEmpty();
            assertThatThrownBy(() -> start(settings))
                    .isInstanceOf(CannotStart.class)
                    .hasMessageContaining("in use")
                    .hasMessageContaining("CHATKEEPER_DATA");
        }
    }

    @Test
    void a_taken_port_is_named_with_the_way_out() throws IOException {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var there =
                    new HouseSettings(
                            settings.root(),
                            settings.data(),
                            taken.getLocalPort(),
                            settings.sops(),
                            settings.environment(),
                            Map.of());
            assertThatThrownBy(() -> start(there))
                    .isInstanceOf(CannotStart.class)
                    .hasMessageContaining("Port " + taken.getLocalPort())
                    .hasMessageContaining("CHATKEEPER_PORT");
        }
    }

    @Test
    void a_service_that_keeps_ending_is_given_up_and_its_log_named() {
        assertThatThrownBy(() -> start(settings.with("FAKE_ENDS_AT_ONCE", "chat-service-1")))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("chat-service-1 does not get ready")
                .hasMessageContaining("chat-service.log");
        assertThat(folder.resolve("data/logs/chat-service.log"))
                .content()
                .contains("no wish to live");
    }

    @Test
    void a_service_that_is_not_built_is_named() {
        assertThatThrownBy(() -> House.start(settings, folder::resolve, said::add))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("chat-service is not built");
    }

    @Test
    void broker_and_store_come_and_go_with_the_house_and_are_watched_too() {
        var own = HouseSettings.of(Repository.root(), folder.resolve("data"));
        List<ProcessHandle> parts;
        try (House house = start(own)) {
            assertThat(told(house, "gateway", "CHATKEEPER_KAFKA")).startsWith("127.0.0.1:");
            long before = house.pid("store");
            house.kill("store");
            assertThat(told(house, "gateway", "CHATKEEPER_MONGO_URI"))
                    .satisfies(uri -> Eventually.connects(URI.create(uri).getPort()));
            assertThat(house.pid("store")).isNotEqualTo(before);
            parts =
                    List.of(
                            ProcessHandle.of(house.pid("store")).orElseThrow(),
                            ProcessHandle.of(house.pid("broker")).orElseThrow());
        }
        assertThat(parts).noneMatch(ProcessHandle::isAlive);
    }
}
