package io.chatkeeper.sop;

import static io.chatkeeper.contract.Occurrence.ACKNOWLEDGED;
import static io.chatkeeper.contract.Occurrence.CLOSED;
import static io.chatkeeper.contract.Occurrence.TAKEN_OVER;
import static io.chatkeeper.contract.Occurrence.TRANSFERRED;
import static io.chatkeeper.contract.Occurrence.TRANSFER_ENDED;
import static org.assertj.core.api.Assertions.assertThat;

import io.chatkeeper.contract.ClockAction;
import io.chatkeeper.contract.Role;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The files that are shipped, read as they are.
class ShippedSopsTest {
    private static final Path FILES =
            Path.of(System.getProperty("chatkeeper.root"), "deploy", "sops");

    static Sop shipped(String id) {
        try {
            return SopReader.read(Files.readAllBytes(FILES.resolve(id + ".yaml")));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static List<Sop> all() {
        try (Stream<Path> files = Files.list(FILES)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".yaml"))
                    .map(name -> shipped(name.replace(".yaml", "")))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Test
    void all_five_are_read_and_named_after_their_file() {
        assertThat(all())
                .extracting(sop -> sop.ref().id())
                .containsExactlyInAnyOrder(
                        "tidio-loan",
                        "live-chat",
                        "customer-care",
                        "assist-chat",
                        "service-excellence");
        assertThat(all()).allSatisfy(sop -> assertThat(sop.ref().version()).isPositive());
    }

    @Test
    void no_desk_is_owned_twice() {
        SopRegister register = new SopRegister();
        for (Sop sop : all()) {
            assertThat(register.deskClashes(sop)).isEmpty();
            register.add(sop);
        }
        assertThat(all().stream().flatMap(sop -> sop.desks().keySet().stream()))
                .doesNotHaveDuplicates();
    }

    @Test
    void every_procedure_has_a_lead_desk_of_its_own() {
        assertThat(all())
                .allSatisfy(sop ->
                        assertThat(sop.desks().get(sop.deskOf(Role.LEAD)).role())
                                .isEqualTo(Role.LEAD));
    }

    @Test
    void the_loan_company_starts_at_customer_service_and_climbs_to_management() {
        Sop loan = shipped("tidio-loan");
        assertThat(loan.entryDesk()).isEqualTo("customer-service");
        assertThat(loan.desks().keySet())
                .containsExactly(
                        "customer-service", "loan-engineers", "leads", "supervisors", "management");
        assertThat(loan.deskOf(Role.SPECIALIST)).isEqualTo("loan-engineers");
        assertThat(loan.deskOf(Role.LEAD)).isEqualTo("leads");
        assertThat(loan.escalation().next(null)).isEqualTo(Role.LEAD);
        assertThat(loan.escalation().next(Role.LEAD)).isEqualTo(Role.SUPERVISOR);
        assertThat(loan.escalation().next(Role.MANAGER)).isEqualTo(Role.MANAGER);
    }

    @Test
    void a_transfer_at_the_loan_company_warns_after_10_and_breaches_after_15_minutes() {
        ClockRule clock = shipped("tidio-loan").clocks().get("transfer-acknowledgement");
        assertThat(clock.requirement()).isEqualTo("R49");
        assertThat(clock.start()).containsExactly(TRANSFERRED);
        assertThat(clock.stop()).containsExactly(ACKNOWLEDGED);
        assertThat(clock.cancel()).containsExactly(TRANSFER_ENDED, TAKEN_OVER, CLOSED);
        assertThat(clock.warn()).isEqualTo(Duration.ofMinutes(10));
        assertThat(clock.breach()).isEqualTo(Duration.ofMinutes(15));
        assertThat(clock.perTransfer()).isTrue();
        assertThat(clock.onWarn()).containsExactly(new ClockAction.Notify("receiver"));
        assertThat(clock.onBreach())
                .containsExactly(
                        new ClockAction.Escalate(
                                Role.LEAD, Duration.ofMinutes(30), "chat@loans.example"));
        assertThat(shipped("tidio-loan").clocksStartedBy(TRANSFERRED)).containsExactly(clock);
    }

    @Test
    void the_first_reply_says_where_its_numbers_come_from() {
        ClockRule clock = shipped("tidio-loan").clocks().get("first-reply");
        assertThat(clock.requirement()).isEqualTo("R59");
        assertThat(clock.origin()).isEqualTo("site policy");
        assertThat(clock.perTransfer()).isFalse();
        assertThat(clock.cancel()).containsExactly(CLOSED);
    }

    @Test
    void the_loan_company_wants_a_note_only_after_a_transfer_or_with_a_follow_up() {
        Sop loan = shipped("tidio-loan");
        assertThat(NoteGuard.noteRequired(loan, "close", true, false)).isTrue();
        assertThat(NoteGuard.noteRequired(loan, "resolve", false, true)).isTrue();
        assertThat(NoteGuard.noteRequired(loan, "close", false, false)).isFalse();
        assertThat(NoteGuard.noteRequired(shipped("live-chat"), "close", false, false)).isTrue();
        assertThat(NoteGuard.noteRequired(shipped("live-chat"), "resolve", true, true)).isFalse();
    }

    @Test
    void the_context_of_a_transfer_says_something() {
        TransferRule rule = shipped("tidio-loan").transfer();
        assertThat(rule.check(""))
                .singleElement()
                .satisfies(v -> {
                    assertThat(v.requirement()).isEqualTo("R42");
                    assertThat(v.field()).isEqualTo("context");
                });
        assertThat(rule.check("see above -")).hasSize(1);
        assertThat(
                        rule.check(
                                "Customer requesting update on pending application submitted "
                                        + "May 10."))
                .isEmpty();
        assertThat(new TransferRule(false, 4, "R42", "").check("")).isEmpty();
    }

    @Test
    void an_escalation_tells_the_customer_when_who_and_under_which_reference() {
        assertThat(all())
                .allSatisfy(sop ->
                        assertThat(sop.escalation().messageFor("14:50", "a {time}", "CK-1042"))
                                .contains("14:50", "a {time}", "CK-1042")
                                .doesNotContain("{contact}", "{reference}"));
    }

    @Test
    void the_register_knows_the_newest_version_and_the_owner_of_a_desk() {
        SopRegister register = new SopRegister();
        Sop first = shipped("tidio-loan");
        Sop second = SopReader.read(first.source().replace("version: 1", "version: 2"));
        register.add(second);
        register.add(first);
        register.add(first);
        assertThat(register.newest("tidio-loan")).contains(second);
        assertThat(register.get(first.ref())).isEqualTo(first);
        assertThat(register.ownerOfDesk("leads")).contains(second);
        assertThat(register.ownerOfDesk("nowhere")).isEqualTo(Optional.empty());
    }
}
