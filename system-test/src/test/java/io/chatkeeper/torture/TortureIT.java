package io.chatkeeper.torture;

import static org.assertj.core.api.Assertions.assertThat;

import io.chatkeeper.local.House;
import io.chatkeeper.local.HouseSettings;
import io.chatkeeper.testkit.RealParts;
import io.chatkeeper.torture.Fault.Away;
import io.chatkeeper.torture.Fault.Freeze;
import io.chatkeeper.torture.Fault.Kill;
import io.chatkeeper.torture.Fault.Later;
import io.chatkeeper.torture.Fault.LostReply;
import io.chatkeeper.torture.Fault.Poisoned;
import io.chatkeeper.torture.Fault.Together;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/// One of every fault in a house under load, two chat services in it. For more of them:
/// `bench/torture`.
class TortureIT {
    private static final long SEED = 20261123;
    private static final int CONVERSATIONS = 6;
    private static final int SHOWN = 10;
    private static final Duration LONG_AWAY = Plan.LONG_AWAY;
    private static final Duration PEACE = Duration.ofSeconds(3);
    private static final Duration ZOMBIE = Plan.LOSES_ITS_PARTITIONS;

    /// What a failure leaves behind is the evidence.
    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path data;

    @Test
    void no_promise_breaks_whatever_happens_to_the_parts() {
        List<Fault> faults =
                List.of(
                        new Together(
                                List.of(
                                        new Freeze("chat-service-2", ZOMBIE),
                                        new Kill("routing-service"),
                                        new Kill("sla-service"),
                                        new Kill("notes-service"),
                                        new Poisoned(Poison.UNREADABLE_COMMAND),
                                        new Poisoned(Poison.BREAKING_COMMAND))),
                        new LostReply(),
                        new Kill("projection-service"),
                        new Poisoned(Poison.UNREADABLE_EVENT),
                        new Later(PEACE, new Kill("chat-service-1")),
                        new Later(PEACE, new Kill("gateway")),
                        new Later(PEACE, new Kill("store")),
                        new Later(PEACE, new Kill("broker")),
                        // The store alone, both, the broker alone.
                        new Together(
                                List.of(
                                        new Away("chat-service-2", ZOMBIE),
                                        new Away("store", LONG_AWAY),
                                        new Later(
                                                LONG_AWAY.dividedBy(2),
                                                new Away("broker", LONG_AWAY)))));
        try (House house = House.start(settings(), TortureIT::say)) {
            Round.Outcome outcome =
                    new Round(house, TortureIT::say)
                            .run(SEED, CONVERSATIONS, data.resolve("journal.txt"), faults);
            say(outcome.toString());
            assertThat(outcome.broken().stream().limit(SHOWN)).isEmpty();
            assertThat(outcome.kept()).as("requests without an answer in time").isZero();
            assertThat(outcome.chats()).isGreaterThanOrEqualTo(CONVERSATIONS);
        }
    }

    private HouseSettings settings() {
        Path root = RealParts.repositoryRoot();
        return new HouseSettings(
                root,
                data.resolve("house"),
                0,
                root.resolve("deploy/sops"),
                Map.of("CHATKEEPER_LIMITS", "off"),
                Map.of("chat-service", 2));
    }

    private static void say(String line) {
        System.out.println("[torture] " + LocalTime.now().withNano(0) + " " + line);
    }
}
