package io.chatkeeper.sop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chatkeeper.contract.Role;
import io.chatkeeper.contract.Severity;
import io.chatkeeper.contract.Violation;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CaseRulesTest {
    private static final String CASES =
            """
            greeting: {text: "Hi {customer}, I'm {agent}.", customerName: warn, agentName: block}
            abuse: {warnings: 1, then: manager, phrase: Please stay civil.}
            verification: {required: true, methods: [call-back], phrases: [your balance]}
            classification:
              beforeClosing: true
              categories: [billing, complaint]
              complaints: [complaint]
              fields: [orderNumber]
              labelInitial: P
            followUps: {afterService: PT48H, afterServiceText: Ask how it went.}
            actions:
              credit: {requirement: R108, approval: lead, checks: [invoice-checked], verified: true}
            recordViolations: [R77, identity-verified]
            """;

    private final Sop full = read(SmallSop.TEXT + CASES);
    private final Sop bare = read(SmallSop.TEXT);

    @Test
    void what_the_file_says_is_read() {
        assertThat(full.abuse()).isEqualTo(new AbuseRules(1, Role.MANAGER, "Please stay civil."));
        assertThat(full.greeting().customerName()).isEqualTo(Severity.WARN);
        assertThat(full.greeting().agentName()).isEqualTo(Severity.BLOCK);
        assertThat(full.followUps())
                .isEqualTo(new FollowUpRules(Duration.ofHours(48), "Ask how it went."));
        assertThat(full.actions().get("credit"))
                .isEqualTo(
                        new ActionRule(
                                "credit", "R108", Role.LEAD, List.of("invoice-checked"), true));
        assertThat(full.classification().complaints()).containsExactly("complaint");
    }

    @Test
    void a_clock_may_start_with_the_end_if_something_after_it_stops_it() {
        String clock = SmallSop.with("start: opened, stop: replied", "start: closed, stop: %s");

        assertThat(read(clock.formatted("follow-up-completed")).clocks()).hasSize(1);
        assertThatThrownBy(() -> read(clock.formatted("replied"))).isInstanceOf(SopFaults.class);
    }

    @Test
    void what_the_file_leaves_out_hedges_nothing() {
        assertThat(bare.verification().covers("Your balance is 12.", true)).isFalse();
        assertThat(bare.classification().beforeClosing()).isFalse();
        assertThat(bare.classification().check("anything", List.of("PENDING"), Set.of("x")))
                .isEmpty();
        assertThat(bare.followUps().afterService()).isNull();
        assertThat(bare.actions()).isEmpty();
        assertThat(bare.greeting().customerName()).isNull();
        assertThat(bare.abuse().warnings()).isEqualTo(2);
        assertThat(bare.records(Violation.block("r", "R77", null, "m"))).isFalse();
    }

    @Test
    void a_violation_is_recorded_by_its_rule_or_by_its_requirement() {
        assertThat(full.records(Violation.block("message-promise", "R77", null, "m"))).isTrue();
        assertThat(full.records(Violation.block("identity-verified", "R137", null, "m"))).isTrue();
        assertThat(full.records(Violation.block("note-required", "R51", null, "m"))).isFalse();
    }

    @Test
    void a_message_is_about_an_account_if_it_is_marked_or_sounds_like_it() {
        VerificationRules rules = full.verification();

        assertThat(rules.covers("Here you are.", true)).isTrue();
        assertThat(rules.covers("YOUR balance is 12 dollars.", false)).isTrue();
        assertThat(rules.covers("Here you are.", false)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "PENDING,Pending",
        "pending,Pending",
        "pAYOFF,Payoff",
    })
    void a_label_with_the_initial_has_one_capital(String label, String right) {
        assertThat(full.classification().check("billing", List.of(label), Set.of()))
                .extracting(Violation::requirement, Violation::suggestion)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("R67", right));
    }

    @Test
    void labels_with_another_initial_are_free() {
        assertThat(full.classification().check("billing", List.of("URGENT", "Pending"), Set.of()))
                .isEmpty();
    }

    @Test
    void an_action_is_for_those_of_its_role_and_above() {
        ActionRule credit = full.actions().get("credit");

        assertThat(credit.isFor(Role.CSR)).isFalse();
        assertThat(credit.isFor(null)).isFalse();
        assertThat(credit.isFor(Role.LEAD)).isTrue();
        assertThat(credit.isFor(Role.MANAGER)).isTrue();
        assertThat(credit.unchecked(List.of())).hasSize(1);
        assertThat(credit.unchecked(List.of("invoice-checked"))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "abuse: {warnings: 2}",
                "abuse: {warnings: many, then: lead}",
                "abuse: {warnings: 2, then: csr}",
                "verification: {methods: [call-back]}",
                "verification: {required: perhaps}",
                "classification: {labelInitial: PP}",
                "classification: {fields: ['a b']}",
                "followUps: {afterService: soon}",
                "actions: {credit: {approval: lead}}",
                "recordViolations: ['no such']"
            })
    void what_makes_no_sense_is_a_fault(String section) {
        assertThatThrownBy(() -> read(SmallSop.TEXT + section + "\n"))
                .isInstanceOf(SopFaults.class);
    }

    private static Sop read(String text) {
        return SopReader.read(text.getBytes(StandardCharsets.UTF_8));
    }
}
