package io.chatkeeper.gateway.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpMethod;

class ReportsTest extends SliceTest {
    private static final String REPORT = "/api/v1/reports/clocks";
    private static final String INTERNAL = "/internal/reports/clocks";
    private static final String NOVEMBER = REPORT + "?from=2026-11-01&to=2026-11-30";

    private static String line(String agent, int kept, int broken) {
        return """
        {'day':'2026-11-22','clock':'ack','desk':'front','agent':'AGENT','sop':'loan@3',
         'kept':KEPT,'broken':BROKEN}
        """
                .replace("'", "\"")
                .replace("AGENT", agent)
                .replace("KEPT", "" + kept)
                .replace("BROKEN", "" + broken);
    }

    private void lines(String... lines) {
        house.put(INTERNAL, "{\"items\":[" + String.join(",", lines) + "]}");
    }

    @Test
    void promises_are_reported_with_their_sums() {
        lines(line("lee", 3, 1), line("lou", 2, 2));
        var report = get(NOVEMBER, agent("morgan")).json();
        assertThat(report.path("kept").asInt()).isEqualTo(5);
        assertThat(report.path("broken").asInt()).isEqualTo(3);
        assertThat(report.at("/items/1/agent").asString()).isEqualTo("lou");
        assertThat(house.asked).last().asString().contains("from=2026-11-01").contains("by=DAY");
        assertThat(get(NOVEMBER + "&by=clock", agent("aud")).json().path("by")).hasSize(1);
        assertThat(house.asked).last().asString().doesNotContain("by=DAY").contains("by=CLOCK");
    }

    @Test
    void a_table_comes_by_parameter_or_header_and_runs_nothing() {
        lines(line("=HYPERLINK(1,2)", 1, 0), line("-2+3", 0, 1), line("@x", 0, 1));
        Got table = get(NOVEMBER + "&format=csv", agent("morgan"));
        assertThat(table.headers().getFirst("Content-Type")).startsWith("text/csv");
        assertThat(table.body().split("\r\n"))
                .containsExactly(
                        "day,clock,desk,agent,sop,kept,broken",
                        "2026-11-22,ack,front,\"'=HYPERLINK(1,2)\",loan@3,1,0",
                        "2026-11-22,ack,front,'-2+3,loan@3,0,1",
                        "2026-11-22,ack,front,'@x,loan@3,0,1");
        Map<String, String> header = Map.of("Accept", "text/csv");
        assertThat(call(HttpMethod.GET, NOVEMBER, agent("morgan"), null, header).body())
                .isEqualTo(table.body());
        String json = NOVEMBER + "&format=json";
        assertThat(call(HttpMethod.GET, json, agent("morgan"), null, header).body())
                .startsWith("{");
    }

    @Test
    void without_days_it_covers_a_week() {
        lines();
        var report = get(REPORT, agent("morgan")).json();
        var first = java.time.LocalDate.parse(report.path("from").asString());
        assertThat(first.plusDays(6)).hasToString(report.path("to").asString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "?from=2026-11-02&to=2026-11-01",
                "?from=2026-08-01&to=2026-11-01",
                "?from=yesterday",
                "?to=2026-13-01",
                "?by=customer",
                "?by=day,",
                "?format=xml"
            })
    void what_makes_no_sense_is_refused(String query) {
        lines();
        Got got = get(REPORT + query, agent("morgan"));
        assertThat(got.status()).isEqualTo(400);
        assertThat(got.code()).isEqualTo("malformed");
    }

    @Test
    void reports_are_for_leads_and_auditors() {
        lines();
        for (String caller : new String[] {agent("casey"), agent("ada"), visitor("chat-a")}) {
            assertThat(get(NOVEMBER, caller).status()).isEqualTo(403);
        }
        assertThat(get(NOVEMBER, null).status()).isEqualTo(401);
        assertThat(house.asked).isEmpty();
    }

    @Test
    void ninety_two_days_are_not_too_many_and_views_may_be_away() {
        lines();
        String quarter = REPORT + "?from=2026-08-01&to=2026-10-31";
        assertThat(get(quarter, agent("morgan")).status()).isEqualTo(200);
        house.away = true;
        assertThat(get(quarter, agent("morgan")).status()).isEqualTo(503);
    }
}
