package io.chatkeeper.gateway.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.chatkeeper.contract.SopCommand.PublishSop;
import io.chatkeeper.sop.SopReader;
import io.chatkeeper.sop.SopRegister;
import io.chatkeeper.testkit.RealParts;
import java.io.IOException;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;

/// Procedures over HTTP: read, compared, checked, published.
class SopsTest extends SliceTest {
    private static final String LOAN = "/api/v1/sops/tidio-loan";

    @Autowired SopRegister register;
    private String one = "";
    private String two = "";

    @BeforeEach
    void know_a_procedure() throws IOException {
        one =
                Files.readString(RealParts.repositoryRoot().resolve("deploy/sops/tidio-loan.yaml"))
                        .replaceFirst("\\nversion: \\d+\\n", "\nversion: 1\n");
        two = one.replace("\nversion: 1\n", "\nversion: 2\n").replace("warn: PT10M", "warn: PT8M");
        register.add(SopReader.read(one));
    }

    private Got text(HttpMethod method, String path, String user, String yaml, String ifMatch) {
        Map<String, String> headers = new HashMap<>(Map.of("Content-Type", "application/yaml"));
        if (!ifMatch.isEmpty()) {
            headers.put("If-Match", ifMatch);
        }
        return call(method, path, agent(user), yaml, headers);
    }

    private Got publish(String user, String yaml, String ifMatch) {
        return text(HttpMethod.PUT, LOAN, user, yaml, ifMatch);
    }

    @Test
    void agents_read_what_is_in_force_and_what_was() {
        Got list = get("/api/v1/sops", agent("casey"));
        assertThat(list.status()).isEqualTo(200);
        assertThat(described().faults("GET", "/api/v1/sops", 200, list.body())).isEmpty();
        assertThat(list.json().path("items").valueStream().map(one -> one.path("id").asString()))
                .contains("tidio-loan");

        Got whole = get(LOAN, agent("casey"));
        assertThat(described().faults("GET", LOAN, 200, whole.body())).isEmpty();
        assertThat(whole.json().path("yaml").asString()).isEqualTo(one);
        assertThat(whole.json().path("handbook").get(0).path("section").asString())
                .isEqualTo("replies");

        String version = LOAN + "/versions/1";
        Got text = get(version, agent("casey"));
        assertThat(described().faults("GET", version, 200, text.body())).isEmpty();
        assertThat(get(LOAN + "/versions/99", agent("casey")).status()).isEqualTo(404);
        assertThat(get("/api/v1/sops/nothing", agent("casey")).status()).isEqualTo(404);
        assertThat(get(LOAN, visitor("chat-a")).status()).isNotEqualTo(200);
    }

    @Test
    void a_check_tells_changes_and_faults_and_publishes_nothing() {
        Got changed = text(HttpMethod.POST, LOAN + "/check", "casey", two, "");
        assertThat(changed.status()).as(changed.body()).isEqualTo(200);
        assertThat(described().faults("POST", LOAN + "/check", 200, changed.body())).isEmpty();
        assertThat(changed.json().path("changes").valueStream().map(c -> c.path("path").asString()))
                .contains("clocks.transfer-acknowledgement.warn");

        String unknownDesk = two.replace("calendar: always", "calendar: nowhere");
        Got faulty = text(HttpMethod.POST, LOAN + "/check", "casey", unknownDesk, "");
        assertThat(faulty.json().path("faults").get(0).path("line").asInt()).isPositive();
        assertThat(log.taken).isEmpty();
    }

    @Test
    void an_administrator_publishes_over_the_version_that_was_seen() {
        Got published = publish("ada", two, "\"1\"");
        assertThat(published.status()).as(published.body()).isEqualTo(201);
        assertThat(described().faults("PUT", LOAN, 201, published.body())).isEmpty();
        assertThat(log.taken).containsExactly(new PublishSop("tidio-loan", 2, two, 1));
    }

    @Test
    void nobody_else_publishes_and_nothing_is_published_blindly_or_with_faults() {
        assertThat(publish("casey", two, "1").status()).isEqualTo(403);
        assertThat(publish("ada", two, "").status()).isEqualTo(428);
        Got faulty = publish("ada", two.replace("breach: PT15M", "breach: soon"), "1");
        assertThat(faulty.status()).isEqualTo(422);
        assertThat(faulty.code()).isEqualTo("sop-faults");
        assertThat(faulty.json().path("violations").get(0).path("message").asString())
                .startsWith("line ");
        Got elsewhere = text(HttpMethod.PUT, "/api/v1/sops/other", "ada", two, "0");
        assertThat(elsewhere.status()).isEqualTo(422);
        assertThat(log.taken).isEmpty();
    }

    @Test
    void a_site_says_whether_somebody_is_there_and_when_somebody_is_again() {
        Got open = call(HttpMethod.GET, "/api/v1/sites/loan", null, null, Map.of());
        assertThat(open.status()).isEqualTo(200);
        assertThat(open.json().path("open").asBoolean(false)).isTrue();
        assertThat(described().faults("GET", "/api/v1/sites/loan", 200, open.body())).isEmpty();

        register.add(
                SopReader.read(
                        """
                        sop: customer-care
                        version: 999
                        title: A shop that never seems to be open
                        review: {last: 2026-11-01, next: 2027-05-01, approvedBy: {name: A, title: B}}
                        calendars:
                          leap: {zone: UTC, hours: {mon: ["00:00-00:01"]}}
                        desks:
                          shop-front:
                            role: csr
                            calendar: leap
                            closed: {leaveMessage: {followUp: PT1M}}
                        """));
        Got closed = call(HttpMethod.GET, "/api/v1/sites/shop", null, null, Map.of());
        assertThat(described().faults("GET", "/api/v1/sites/shop", 200, closed.body())).isEmpty();
        assertThat(closed.json().path("open").asBoolean(true)).isFalse();
        assertThat(closed.json().path("opensAt").asString()).endsWith("T00:00:00Z");
        assertThat(closed.json().path("answerBy").asString()).endsWith("T00:01:00Z");
        assertThat(call(HttpMethod.GET, "/api/v1/sites/nowhere", null, null, Map.of()).status())
                .isEqualTo(404);
    }
}
