package io.chatkeeper.routing.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.chatkeeper.contract.Actor;
import io.chatkeeper.contract.AgentProfile;
import io.chatkeeper.contract.AgentStatus;
import io.chatkeeper.contract.Decision;
import io.chatkeeper.contract.DeskCommand;
import io.chatkeeper.contract.DeskCommand.*;
import io.chatkeeper.contract.Refused;
import io.chatkeeper.contract.Role;
import io.chatkeeper.contract.WakeUp;
import io.chatkeeper.contract.Wants;
import io.chatkeeper.routing.desk.DeskEvent.*;
import io.chatkeeper.routing.desk.DeskHoursEvent.*;
import io.chatkeeper.sop.SopReader;
import io.chatkeeper.sop.SopRegister;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// A desk that works on Mondays and Tuesdays from 9 to 17, and one that never closes.
class HoursTest {
    private static final String OFFICE = "office";
    private static final String SOP =
            """
            sop: hours
            version: VERSION
            title: Desks with hours
            review: {last: 2026-11-01, next: 2027-05-01, approvedBy: {name: Ann Lee, title: Head}}
            calendars:
              office: {zone: UTC, hours: {mon: ["09:00-17:00"], tue: ["09:00-17:00"]}}
            desks:
              office: {role: csr, calendar: office, CLOSED}
              helpers: {role: csr, calendar: office}
            """;
    private static final Instant NIGHT = Instant.parse("2026-11-30T07:00:00Z");
    private static final Instant OPENS = Instant.parse("2026-11-30T09:00:00Z");
    private static final Instant CLOSES = Instant.parse("2026-11-30T17:00:00Z");
    private static final Instant TUESDAY = Instant.parse("2026-12-01T09:00:00Z");

    private final SopRegister sops = new SopRegister();
    private Desk desk = Desk.EMPTY;

    HoursTest() {
        sops.add(version("1", "closed: {leaveMessage: {followUp: PT1H}}"));
    }

    private static io.chatkeeper.sop.Sop version(String number, String closed) {
        return SopReader.read(SOP.replace("VERSION", number).replace("CLOSED", closed));
    }

    private List<DeskEvent> when(DeskCommand command, Instant at) throws Refused {
        var by = new Decision(at, Actor.system("test"), "c1");
        List<DeskEvent> events = DeskDecision.decide(desk, command, by, sops);
        for (DeskEvent event : events) {
            desk = Desk.evolve(desk, event);
        }
        return events;
    }

    private static QueueChat queue(String chat) {
        return new QueueChat(OFFICE, chat, null, null, null);
    }

    private static NoteMember casey(int held) {
        var profile = new AgentProfile("casey", "Casey", Role.CSR, OFFICE, List.of(), List.of(), 3);
        return new NoteMember(OFFICE, profile, AgentStatus.AVAILABLE, held);
    }

    private static WakeUp wakeUp() {
        return new WakeUp("desk-" + OFFICE, OPENS);
    }

    @Test
    void at_night_nobody_is_asked_and_in_the_morning_everybody_in_order_of_arrival()
            throws Refused {
        assertThat(when(casey(0), NIGHT).getFirst()).isEqualTo(new DeskClosed(OFFICE, OPENS));
        for (String chat : List.of("b", "a", "c", "d")) {
            assertThat(when(queue(chat), NIGHT)).hasOnlyElementsOfType(ChatQueued.class);
        }
        assertThat(desk.hours().turnsAt()).isEqualTo(OPENS);
        assertThat(when(wakeUp(), OPENS.minusNanos(1))).isEmpty();
        List<DeskEvent> opened = when(wakeUp(), OPENS);
        assertThat(opened.getFirst()).isEqualTo(new DeskOpened(OFFICE, CLOSES));
        assertThat(opened.subList(1, opened.size()))
                .extracting(event -> event instanceof ChatOffered o ? o.chatId() : "")
                .containsExactly("b", "a", "c");
        assertThat(desk.hours().turnsAt()).isEqualTo(CLOSES);
        assertThat(when(wakeUp(), OPENS)).isEmpty();
    }

    @Test
    void the_refusal_says_until_when_it_is_closed() throws Refused {
        when(casey(0), NIGHT);
        when(queue("a"), NIGHT);
        Member member = desk.member("casey");
        Waiting chat = desk.waiting("a").orElseThrow();
        assertThat(member).isNotNull();
        assertThat(Choice.refusal(desk, chat, member)).contains("closed until " + OPENS);
        when(wakeUp(), OPENS);
        assertThat(Choice.refusal(desk, desk.waiting("a").orElseThrow(), member))
                .isNotEqualTo(java.util.Optional.of("closed until " + OPENS));
    }

    @Test
    void a_wake_up_that_comes_late_lets_nobody_in() throws Refused {
        when(casey(0), OPENS);
        assertThat(when(queue("a"), CLOSES))
                .containsExactly(
                        new DeskClosed(OFFICE, TUESDAY),
                        new ChatQueued(OFFICE, "a", null, 1, null, null));
        assertThat(when(wakeUp(), CLOSES.plusSeconds(60))).isEmpty();
    }

    @Test
    void what_opens_late_is_opened_by_whatever_comes_first() throws Refused {
        when(queue("a"), NIGHT);
        when(casey(3), NIGHT);
        List<DeskEvent> events = when(casey(0), OPENS);
        assertThat(events.getFirst()).isEqualTo(new DeskOpened(OFFICE, CLOSES));
        assertThat(events.getLast())
                .isInstanceOfSatisfying(
                        ChatOffered.class, offer -> assertThat(offer.chatId()).isEqualTo("a"));
    }

    @Test
    void who_seeks_help_as_the_desk_opens_leaves_nobody_waiting() throws Refused {
        when(casey(0), NIGHT);
        when(queue("a"), NIGHT);
        assertThat(when(new SeekHelp(OFFICE, "x", "e1", Role.CSR, null), OPENS))
                .hasAtLeastOneElementOfType(ChatOffered.class)
                .hasAtLeastOneElementOfType(HelpFound.class);
    }

    @Test
    void a_new_version_of_the_procedure_brings_its_own_hours() throws Refused {
        when(queue("a"), NIGHT);
        sops.add(version("2", "strategy: [skill]"));
        assertThat(when(casey(3), NIGHT).getFirst()).isEqualTo(new DeskOpened(OFFICE, null));
        assertThat(desk.hours()).isEqualTo(Hours.ALWAYS);
    }

    @Test
    void a_desk_that_never_closes_says_nothing_of_hours() throws Refused {
        assertThat(when(new QueueChat("helpers", "a", null, null, null), NIGHT))
                .containsExactly(new ChatQueued("helpers", "a", null, 1, null, null));
        assertThat(desk.hours().turnsAt()).isNull();
    }

    @Test
    void a_transfer_waits_for_the_opening_too() throws Refused {
        when(casey(0), NIGHT);
        var wants = Wants.of(io.chatkeeper.contract.Customer.unknown(), "billing", Map.of());
        var transfer = new QueueChat(OFFICE, "a", "t1", "lee", null, wants);
        assertThat(when(transfer, NIGHT)).hasSize(1);
        assertThat(when(wakeUp(), OPENS)).hasSize(2);
    }
}
