package io.chatkeeper.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.chatkeeper.local.House;
import io.chatkeeper.testkit.RealParts;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// What dashboards and alerts ask for is what the services tell.
@ExtendWith(SharedHouse.class)
class FiguresIT {
    private static final Pattern METRIC =
            Pattern.compile("\\b(?:chatkeeper|http|jvm|process|logback)_[a-z_]+");
    private static final Pattern EXPRESSION = Pattern.compile("\"?expr\"?: ['\"](.*)['\"],?\\s*$");
    private static final Pattern ALERT = Pattern.compile("- alert: (\\w+)");

    /// These come to be with the first breach, pause or error only; the first is proven by
    /// `MeteredOutletTest`, the others are the library's.
    private static final Set<String> RARE =
            Set.of("chatkeeper_breaches_total", "jvm_gc_pause_seconds_sum");

    private final HttpClient client = HttpClient.newHttpClient();

    @Test
    void every_metric_asked_for_exists(House house) throws Exception {
        breaksARule(house);
        Set<String> told = new TreeSet<>(RARE);
        for (String name : house.names()) {
            if (!name.startsWith("broker") && !name.startsWith("store")) {
                told.addAll(names(metrics(house, name, house.internalToken()).body()));
            }
        }
        Set<String> asked = asked();
        assertThat(asked).hasSizeGreaterThan(15).contains("chatkeeper_chats_unattended");
        assertThat(told).containsAll(asked);
    }

    @Test
    void nobody_without_the_token_sees_figures(House house) throws Exception {
        for (String name : Houses.services()) {
            assertThat(metrics(house, name, "wrong").statusCode()).isEqualTo(401);
        }
    }

    @Test
    void every_alert_has_its_line_in_the_runbook() throws IOException {
        String runbook = Files.readString(RealParts.repositoryRoot().resolve("docs/runbook.md"));
        String rules = Files.readString(deployed("alerts/chatkeeper.yaml"));
        Set<String> alerts =
                ALERT.matcher(rules)
                        .results()
                        .map(found -> found.group(1))
                        .collect(Collectors.toSet());
        assertThat(alerts).hasSizeGreaterThan(5);
        assertThat(alerts).allSatisfy(alert -> assertThat(runbook).contains("| " + alert + " |"));
    }

    private static void breaksARule(House house) {
        Http http = new Http(house.url());
        Agent casey = Agent.signsIn(http, "casey").is("available");
        Visitor visitor = Visitor.opens(http, "loan", "Fay", "Hello, is somebody there?");
        casey.awaits(visitor.chatId());
        casey.act(visitor.chatId(), "transfers", Map.of("toDesk", "loan-engineers", "context", ""))
                .with(422);
        visitor.act("departure", Http.nothing()).with(200);
    }

    private HttpResponse<String> metrics(House house, String name, String token)
            throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(URI.create(house.url(name) + "/actuator/prometheus"))
                        .header("X-Chatkeeper-Internal", token)
                        .build(),
                BodyHandlers.ofString());
    }

    private static Set<String> names(String scraped) {
        return scraped.lines()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.split("[ {]", 2)[0])
                .collect(Collectors.toSet());
    }

    private static Set<String> asked() throws IOException {
        Set<String> asked = new TreeSet<>();
        try (Stream<Path> dashboards = Files.list(deployed("dashboards"))) {
            for (Path file : dashboards.toList()) {
                asked.addAll(metricsIn(file));
            }
        }
        asked.addAll(metricsIn(deployed("alerts/chatkeeper.yaml")));
        return asked;
    }

    private static Set<String> metricsIn(Path file) throws IOException {
        Set<String> found =
                Files.readAllLines(file).stream()
                        .map(EXPRESSION::matcher)
                        .filter(java.util.regex.Matcher::find)
                        .flatMap(line -> METRIC.matcher(line.group(1)).results())
                        .map(java.util.regex.MatchResult::group)
                        .collect(Collectors.toSet());
        assertThat(found).as("metrics in " + file).isNotEmpty();
        return found;
    }

    private static Path deployed(String path) {
        return RealParts.repositoryRoot().resolve("deploy").resolve(path);
    }
}
