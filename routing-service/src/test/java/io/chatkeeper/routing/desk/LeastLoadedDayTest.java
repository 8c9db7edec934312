package io.chatkeeper.routing.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.chatkeeper.contract.Actor;
import io.chatkeeper.contract.AgentProfile;
import io.chatkeeper.contract.AgentStatus;
import io.chatkeeper.contract.Decision;
import io.chatkeeper.contract.DeskCommand;
import io.chatkeeper.contract.DeskCommand.ConfirmPlacement;
import io.chatkeeper.contract.DeskCommand.NoteMember;
import io.chatkeeper.contract.DeskCommand.QueueChat;
import io.chatkeeper.contract.Refused;
import io.chatkeeper.contract.Role;
import io.chatkeeper.routing.desk.DeskEvent.ChatOffered;
import io.chatkeeper.sop.SopReader;
import io.chatkeeper.sop.SopRegister;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/// A day at a desk whose strategy is `least-loaded`: four slots of five are taken on average, and
/// most chats are short while a few last ten times as long. Nobody is worked much harder than most.
class LeastLoadedDayTest {
    private static final int AGENTS = 20;
    private static final int CAPACITY = 3;
    private static final double SHARE = 0.8;
    private static final Duration DAY = Duration.ofHours(8);
    private static final double MEAN_SECONDS = 600;

    /// How uneven: half of the chats take less than six minutes, one of a hundred an hour.
    private static final double SPREAD = 1;

    private static final Instant MORNING = Instant.parse("2026-11-27T08:00:00Z");
    private static final SopRegister SOPS = new SopRegister();

    static {
        SOPS.add(
                SopReader.read(
                        """
                        sop: bakery
                        version: 1
                        title: Chats of a bakery
                        review:
                          last: 2026-11-01
                          next: 2027-05-01
                          approvedBy: {name: Ann Lee, title: Head of Service}
                        calendars:
                          always: {zone: Europe/Berlin, hours: always}
                        desks:
                          front: {role: csr, calendar: always, strategy: [least-loaded]}
                        """));
    }

    private record End(Instant at, String agentId) {}

    private final Map<String, Integer> held = new TreeMap<>();
    private final Map<String, Duration> served = new TreeMap<>();
    private final PriorityQueue<End> ends =
            new PriorityQueue<>(Comparator.comparing(End::at).thenComparing(End::agentId));
    private Desk desk = Desk.EMPTY;
    private Random chance = new Random(0);
    private int chats;

    @Test
    void nobody_is_worked_much_harder_than_most() throws Refused {
        for (long seed = 1; seed <= 10; seed++) {
            day(seed);
            List<Duration> loads = served.values().stream().sorted().toList();
            double busiest = loads.getLast().toSeconds();
            double median =
                    (loads.get(AGENTS / 2 - 1).toSeconds() + loads.get(AGENTS / 2).toSeconds())
                            / 2.0;
            assertThat(median / (DAY.toSeconds() * CAPACITY))
                    .as("load of seed %d", seed)
                    .isBetween(SHARE - 0.15, SHARE + 0.15);
            assertThat(busiest / median).as("seed %d", seed).isLessThanOrEqualTo(1.25);
        }
    }

    private void day(long seed) throws Refused {
        chance = new Random(seed);
        desk = Desk.EMPTY;
        held.clear();
        served.clear();
        ends.clear();
        for (int i = 0; i < AGENTS; i++) {
            String agent = "agent-%02d".formatted(i);
            held.put(agent, 0);
            served.put(agent, Duration.ZERO);
            noting(MORNING, agent);
        }
        Instant evening = MORNING.plus(DAY);
        double between = MEAN_SECONDS / (AGENTS * CAPACITY * SHARE);
        Instant at = MORNING;
        while (at.isBefore(evening)) {
            endsUntil(at);
            decide(at, new QueueChat("front", "chat-" + chats++, null, null, null));
            at = at.plusMillis(Math.round(-Math.log(1 - chance.nextDouble()) * between * 1_000));
        }
        endsUntil(evening);
    }

    private void endsUntil(Instant until) throws Refused {
        while (!ends.isEmpty() && !ends.element().at().isAfter(until)) {
            End end = ends.remove();
            held.merge(end.agentId(), -1, Integer::sum);
            noting(end.at(), end.agentId());
        }
    }

    private void noting(Instant at, String agent) throws Refused {
        var profile =
                new AgentProfile(agent, agent, Role.CSR, "front", List.of(), List.of(), CAPACITY);
        decide(at, new NoteMember("front", profile, AgentStatus.AVAILABLE, held.get(agent)));
    }

    /// What an agent's record answers, and what becomes of the chat.
    private void decide(Instant at, DeskCommand command) throws Refused {
        var by = new Decision(at, Actor.system("test"), "c");
        List<DeskEvent> events = DeskDecision.decide(desk, command, by, SOPS);
        for (DeskEvent event : events) {
            desk = Desk.evolve(desk, event);
        }
        for (DeskEvent event : events) {
            if (event instanceof ChatOffered offer) {
                String agent = offer.agentId();
                assertThat(held.merge(agent, 1, Integer::sum)).isLessThanOrEqualTo(CAPACITY);
                noting(at, agent);
                decide(
                        at,
                        new ConfirmPlacement("front", offer.chatId(), agent, null, offer.offer()));
                talk(at, agent);
            }
        }
    }

    /// Only what falls into the day counts as its load.
    private void talk(Instant at, String agent) {
        double seconds =
                MEAN_SECONDS * Math.exp(SPREAD * chance.nextGaussian() - SPREAD * SPREAD / 2);
        Instant end = at.plusMillis(Math.round(seconds * 1_000));
        ends.add(new End(end, agent));
        Instant evening = MORNING.plus(DAY);
        Duration counted = Duration.between(at, end.isAfter(evening) ? evening : end);
        served.merge(agent, counted, Duration::plus);
    }
}
