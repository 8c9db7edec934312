package io.chatkeeper.chat.records;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import io.chatkeeper.chat.records.Destination.Reach;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;

class WebhooksTest {
    private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private static final String NEXT = "whsec_plJ3nmyCDGBKInavdOK15jsl4ZVYwgsM";
    private static final byte[] BODY = "{\"type\":\"chat.rated\"}".getBytes(StandardCharsets.UTF_8);

    private final Queue<Got> got = new ConcurrentLinkedQueue<>();
    private volatile int status = 204;
    private final DisposableServer crm =
            HttpServer.create()
                    .host("127.0.0.1")
                    .route(routes ->
                            routes.post(
                                            "/taken",
                                            (request, response) ->
                                                    request.receive()
                                                            .aggregate()
                                                            .asString()
                                                            .doOnNext(body ->
                                                                    got.add(new Got(request, body)))
                                                            .then(
                                                                    response.status(status)
                                                                            .send()
                                                                            .then()))
                                    .post(
                                            "/away",
                                            (_, response) -> response.sendRedirect("/taken")))
                    .bindNow();
    private final Webhooks webhooks = new Webhooks(CircuitBreakerRegistry.ofDefaults());

    private record Got(HttpHeaders headers, String body) {
        Got(reactor.netty.http.server.HttpServerRequest request, String body) {
            this(
                    HttpHeaders.of(
                            Map.of(
                                    "webhook-id", all(request, "webhook-id"),
                                    "webhook-timestamp", all(request, "webhook-timestamp"),
                                    "webhook-signature", all(request, "webhook-signature")),
                            (_, _) -> true),
                    body);
        }

        private static List<String> all(
                reactor.netty.http.server.HttpServerRequest request, String name) {
            return request.requestHeaders().getAll(name);
        }
    }

    @AfterEach
    void stop() {
        webhooks.close();
        crm.disposeNow();
    }

    @Test
    void a_foreign_library_knows_that_we_have_written_it() throws Exception {
        assertThat(post(inside("/taken", SECRET))).isEmpty();

        Got one = got.remove();
        new Webhook(SECRET).verify(one.body(), one.headers());
        assertThat(one.body()).isEqualTo(new String(BODY, StandardCharsets.UTF_8));
        assertThat(one.headers().firstValue("webhook-id")).hasValue("record-1");
        assertThatThrownBy(() -> new Webhook(SECRET).verify(one.body() + " ", one.headers()))
                .isInstanceOf(WebhookVerificationException.class);
        assertThatThrownBy(() -> new Webhook(NEXT).verify(one.body(), one.headers()))
                .isInstanceOf(WebhookVerificationException.class);
    }

    @Test
    void secrets_are_exchanged_without_a_gap() throws Exception {
        assertThat(post(inside("/taken", SECRET, NEXT))).isEmpty();

        Got one = got.remove();
        new Webhook(SECRET).verify(one.body(), one.headers());
        new Webhook(NEXT).verify(one.body(), one.headers());
    }

    @Test
    void what_is_not_taken_is_told_in_a_word() {
        status = 503;
        assertThat(post(inside("/taken", SECRET))).hasValue("status-503");
        assertThat(post(inside("/away", SECRET))).hasValue("status-302");
        var nobody =
                new Destination(URI.create("http://127.0.0.1:1/"), List.of(SECRET), Reach.ALLOWED);
        assertThat(post(nobody)).hasValue("unreachable");
    }

    @Test
    void a_system_that_fails_and_fails_is_left_alone() {
        status = 500;
        List<Optional<String>> answers =
                java.util.stream.IntStream.range(0, 120)
                        .mapToObj(_ -> post(inside("/taken", SECRET)))
                        .toList();

        assertThat(answers.getLast()).hasValue("paused");
        assertThat(got).hasSizeLessThan(120);
    }

    @Test
    void nothing_goes_to_a_private_address_whether_named_or_written() {
        String port = ":" + crm.port() + "/taken";
        for (String host : List.of("127.0.0.1", "localhost", "[::1]", "169.254.169.254")) {
            var to =
                    new Destination(
                            URI.create("https://" + host + port), List.of(SECRET), Reach.REFUSED);
            assertThat(post(to)).as(host).hasValue("private-address");
        }
        assertThat(got).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "8.8.8.8, true",
        "93.184.216.34, true",
        "2606:4700::1111, true",
        "10.1.2.3, false",
        "172.16.0.1, false",
        "192.168.1.1, false",
        "127.0.0.1, false",
        "169.254.169.254, false",
        "100.64.0.1, false",
        "0.1.2.3, false",
        "224.0.0.1, false",
        "240.0.0.1, false",
        "255.255.255.255, false",
        "192.0.2.1, false",
        "198.18.0.1, false",
        "198.51.100.1, false",
        "203.0.113.1, false",
        "::1, false",
        "::, false",
        "fe80::1, false",
        "fd00::1, false",
        "fec0::1, false",
        "ff02::1, false",
        "2001:db8::1, false",
        "2002:a00:1::, false",
        "64:ff9b::a00:1, false",
        "::ffff:10.0.0.1, false"
    })
    void an_address_is_public_or_not(String address, boolean open) throws Exception {
        assertThat(PublicAddresses.isPublic(InetAddress.getByName(address))).isEqualTo(open);
    }

    @Test
    void an_address_or_a_secret_that_makes_no_sense_is_refused_at_the_start() {
        URI plain = URI.create("http://crm.example/in");
        URI safe = URI.create("https://crm.example/in");

        assertThatThrownBy(() -> new Destination(plain, List.of(SECRET), Reach.REFUSED))
                .hasMessageContaining("https://");
        assertThatThrownBy(() -> new Destination(safe, List.of(), Reach.REFUSED))
                .hasMessageContaining("secret");
        assertThatThrownBy(() -> new Destination(safe, List.of("whsec_c2hvcnQ="), Reach.REFUSED))
                .hasMessageContaining("24 to 64");
        assertThat(new Destination(safe, List.of(SECRET), Reach.REFUSED).toString())
                .doesNotContain(SECRET);
    }

    private Destination inside(String path, String... secrets) {
        URI url = URI.create("http://127.0.0.1:" + crm.port() + path);
        return new Destination(url, List.of(secrets), Reach.ALLOWED);
    }

    private Optional<String> post(Destination to) {
        Mono<Optional<String>> attempt =
                webhooks.post("crm", to, "record-1", Clock.systemUTC().instant(), BODY);
        return attempt.blockOptional(Duration.ofSeconds(20)).orElseThrow();
    }
}
