package io.chatkeeper.pipeline.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.chatkeeper.contract.Actor;
import io.chatkeeper.contract.Refusal;
import io.chatkeeper.contract.Violation;
import io.chatkeeper.pipeline.journal.Entry;
import io.chatkeeper.pipeline.lanes.CommandRecord;
import io.chatkeeper.pipeline.lanes.Outlet;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class MeteredOutletTest {
    private final PrometheusMeterRegistry registry =
            new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final Outlet outlet =
            new MeteredOutlet(new Silent(), registry, JsonMapper.builder().build());

    @Test
    void commands_are_counted_by_type_and_outcome() {
        outlet.accepted(command("close-chat"), 1, List.of());
        outlet.accepted(command("close-chat"), 1, List.of());
        outlet.repeated(command("close-chat"), 1, List.of());
        outlet.bury(command("post-message"), "bug");

        assertThat(registry.scrape())
                .contains("chatkeeper_commands_total{outcome=\"accepted\",type=\"close-chat\"} 2.0")
                .contains("chatkeeper_commands_total{outcome=\"repeated\",type=\"close-chat\"} 1.0")
                .contains(
                        "chatkeeper_commands_total{outcome=\"broken\",type=\"post-message\"} 1.0");
    }

    @Test
    void each_rule_that_was_broken_or_gone_past_is_counted() {
        var broken = Violation.block("R51", "R51", "text", "A note is missing.");
        outlet.refused(command("close-chat"), Refusal.violating(List.of(broken)));
        String overridden = "{\"violation\":{\"ruleId\":\"R72\"},\"reason\":\"secret words\"}";
        Entry entry = entry("io.chatkeeper.chat.rule-overridden.v1", overridden);
        outlet.accepted(command("post-message"), 1, List.of(entry));

        assertThat(registry.scrape())
                .contains("chatkeeper_rule_violations_total{outcome=\"refused\",rule=\"R51\"} 1.0")
                .contains(
                        "chatkeeper_rule_violations_total{outcome=\"overridden\",rule=\"R72\"} 1.0")
                .doesNotContain("secret");
    }

    @Test
    void breaches_are_counted_by_clock() {
        Entry entry = entry("io.chatkeeper.clock.breached.v1", "{\"clock\":\"first-reply\"}");
        outlet.accepted(command("wake-up"), 1, List.of(entry));

        assertThat(registry.scrape())
                .contains("chatkeeper_breaches_total{clock=\"first-reply\"} 1.0");
    }

    @Test
    void tags_without_end_do_not_fill_the_memory() {
        for (int i = 0; i < 3_000; i++) {
            outlet.accepted(command("type-" + i), 1, List.of());
        }

        assertThat(registry.find("chatkeeper.commands").counters()).hasSize(2_001);
        assertThat(registry.scrape())
                .contains("chatkeeper_commands_total{outcome=\"accepted\",type=\"other\"} 1000.0");
    }

    private static CommandRecord command(String type) {
        return new CommandRecord(
                new Entry.Source("topic", 0, 0),
                Instant.EPOCH,
                "command",
                type,
                "chat-1",
                Actor.system("test"),
                "correlation",
                null,
                "fingerprint",
                null,
                null,
                null,
                null,
                new byte[0]);
    }

    private static Entry entry(String type, String payload) {
        return new Entry(
                "chat-1/1",
                type,
                1,
                Instant.EPOCH,
                Actor.system("test"),
                "command",
                "fingerprint",
                "correlation",
                null,
                new Entry.Source("topic", 0, 0),
                null,
                null,
                null,
                null,
                List.of(),
                payload,
                "");
    }

    private static final class Silent implements Outlet {
        private static final CompletableFuture<?> DONE = CompletableFuture.completedFuture(null);

        @Override
        public CompletableFuture<?> accepted(CommandRecord c, long sequence, List<Entry> entries) {
            return DONE;
        }

        @Override
        public CompletableFuture<?> repeated(CommandRecord c, long sequence, List<Entry> entries) {
            return DONE;
        }

        @Override
        public CompletableFuture<?> refused(CommandRecord command, Refusal refusal) {
            return DONE;
        }

        @Override
        public CompletableFuture<?> bury(CommandRecord command, String reason) {
            return DONE;
        }

        @Override
        public void wake(String streamId, @Nullable Instant at) {}
    }
}
