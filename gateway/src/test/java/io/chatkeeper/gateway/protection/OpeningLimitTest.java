package io.chatkeeper.gateway.protection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OpeningLimitTest {
    @Test
    void one_address_may_open_so_many_chats_and_another_one_its_own() {
        OpeningLimit limit = new OpeningLimit(3, true);
        for (int i = 0; i < 3; i++) {
            limit.check("10.0.0.1");
        }
        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> limit.check("10.0.0.1"))
                .satisfies(problem -> {
                    assertThat(problem.status().value()).isEqualTo(429);
                    assertThat(problem.retryAfter()).isEqualTo(Duration.ofMinutes(1));
                });
        assertThatCode(() -> limit.check("10.0.0.2")).doesNotThrowAnyException();
    }

    @Test
    void it_can_be_lifted() {
        OpeningLimit limit = new OpeningLimit(1, false);
        for (int i = 0; i < 100; i++) {
            limit.check("10.0.0.1");
        }
    }

    @Test
    void a_site_allows_its_own_origins_and_ours_only_where_it_says_self() {
        var ours = new Sites.Site("sop", "Ours", List.of("self"));
        var theirs = new Sites.Site("sop", "Theirs", List.of("https://b.example"));
        Sites sites = new Sites(Map.of("ours", ours, "theirs", theirs));
        String self = "https://chat.example";
        assertThat(sites.allows(ours, self, self)).isTrue();
        assertThat(sites.allows(theirs, self, self)).isFalse();
        assertThat(sites.allows(theirs, "https://b.example", self)).isTrue();
        assertThat(sites.allows(ours, "https://b.example", self)).isFalse();
        assertThat(sites.allows(ours, "self", self)).isTrue();
        assertThat(sites.allows(theirs, null, self)).isTrue();
        assertThat(sites.allOrigins()).containsExactly("https://b.example");
    }
}
