package io.chatkeeper.sop;

import static io.chatkeeper.sop.AssistGuardTest.free;
import static io.chatkeeper.sop.AssistGuardTest.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.chatkeeper.contract.AssistRequest;
import io.chatkeeper.contract.Violation;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// Forms that agents fill in for leads.
class FormGuardTest {
    private static final Instant MONDAY = Instant.parse("2026-11-23T16:00:00Z");
    private static final List<String> LOOKED = List.of("SOP", "account notes");
    private static final String ASK =
            "The shop in Roanoke closed early on Saturday. Could a lead look at this with me?";

    private final AssistGuard guard = new AssistGuard(ShippedSopsTest.shipped("assist-chat"));

    private AssistGuard.Judged judged(AssistRequest request) {
        return guard.judge(request, MONDAY);
    }

    private List<String> broken(AssistRequest request) {
        return judged(request).violations().stream().map(Violation::ruleId).toList();
    }

    private static AssistRequest form(
            String template, String question, Map<String, String> fields, List<String> confirmed) {
        return new AssistRequest(
                null,
                template,
                null,
                "552019",
                null,
                text(question),
                fields.entrySet().stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, e -> text(e.getValue()))),
                LOOKED,
                confirmed);
    }

    static AssistRequest move(String balance, List<String> confirmed) {
        return form(
                "STATE-TO-STATE TRANSFER",
                "Can this be processed, please?",
                Map.of(
                        "FROM", "Virginia",
                        "TO", "Texas",
                        "NEW SHOP", "Lone Star Auto Electric, Plano",
                        "ACCOUNT BALANCE", balance),
                confirmed);
    }

    @Test
    void nobody_moves_to_another_state_while_they_owe_something() {
        for (String zero : List.of("$0.00", "0", "$ 0.00", "zero", "$0.00 (no credit)")) {
            assertThat(broken(move(zero, List.of()))).as(zero).isEmpty();
        }
        for (String owed : List.of("$12.50", "1,204.00", "$0.01", "paid in full", "due: 5")) {
            assertThat(judged(move(owed, List.of("credit-will-not-transfer"))).violations())
                    .as(owed)
                    .extracting(Violation::ruleId, Violation::requirement, Violation::overridable)
                    .containsExactly(tuple("assist-balance", "R58", false));
        }
    }

    @Test
    void whoever_has_a_credit_is_told_that_it_stays_behind() {
        for (String credit : List.of("-$25.00", "$-25", "($25.00)", "$25.00 credit", "25 CR")) {
            assertThat(judged(move(credit, List.of())).violations())
                    .as(credit)
                    .singleElement()
                    .satisfies(notice -> {
                        assertThat(notice.ruleId()).isEqualTo("assist-notice");
                        assertThat(notice.field()).isEqualTo("confirmed");
                        assertThat(notice.message()).contains("will not transfer");
                        assertThat(notice.suggestion()).isEqualTo("credit-will-not-transfer");
                    });
            assertThat(broken(move(credit, List.of("credit-will-not-transfer")))).isEmpty();
        }
    }

    @Test
    void a_form_lacks_no_field_and_has_no_others() {
        AssistRequest poc =
                form(
                        "poc code",
                        "",
                        Map.of(
                                "utr", "7781203",
                                "appointmentTime", "2:30 PM ET",
                                "REASON",
                                        "Lockout after a dead battery. Could someone trained"
                                                + " provide the code?",
                                "COLOUR", "red"),
                        List.of());
        assertThat(judged(poc).violations())
                .extracting(Violation::ruleId, Violation::field)
                .containsExactly(
                        tuple("assist-field", "fields.COLOUR"),
                        tuple("assist-field", "fields.DRIVE TIME"));
        assertThat(judged(poc).request().fields())
                .containsEntry("CID", "552019")
                .containsEntry("APPOINTMENT TIME", "2:30 PM ET");
        assertThat(broken(form("PIZZA", ASK, Map.of(), List.of())))
                .containsExactly("assist-template");
    }

    @Test
    void the_sender_of_a_form_is_named_where_the_forms_are_not_all_there() {
        String reason = "Starter replaced on 6/3 and the truck does not start. Bypass possible?";
        assertThat(broken(bypass(Map.of("REASON", reason)))).isEmpty();
        assertThat(broken(bypass(Map.of("REASON", reason, "FORMS ON FILE", "both")))).isEmpty();
        assertThat(judged(bypass(Map.of("REASON", reason, "FORMS ON FILE", "one"))).violations())
                .extracting(Violation::ruleId, Violation::field, Violation::overridable)
                .containsExactly(tuple("assist-field", "fields.FROM FAX/EMAIL", false));
        Map<String, String> said =
                Map.of(
                        "REASON",
                        "Coil replaced, affidavit is there but no work order. Did it come?");
        assertThat(judged(bypass(said)).violations())
                .extracting(Violation::ruleId, Violation::field, Violation::overridable)
                .containsExactly(tuple("assist-field-perhaps", "fields.FROM FAX/EMAIL", true));
        assertThat(broken(bypass(Map.of("REASON", reason, "FORMS ON FILE", "maybe"))))
                .containsExactly("assist-field");
    }

    private static AssistRequest bypass(Map<String, String> fields) {
        return form("MECHANIC BYPASS", "", fields, List.of());
    }

    @Test
    void a_form_pasted_as_the_sop_writes_it_becomes_fields() {
        String pasted =
                """
                STATE TO STATE TRANSFER
                - CID: 552019
                - FROM: Virginia
                - TO: Texas
                - NEW SHOP:
                Lone Star Auto Electric, 410 Main St, Plano
                - ACCOUNT BALANCE: $0.00
                Client moves for work on 7/1. Can this transfer be processed please?\
                """;
        AssistGuard.Judged judged = judged(free(null, "", pasted, LOOKED));
        assertThat(judged.violations()).isEmpty();
        assertThat(judged.title()).isEqualTo("STATE-TO-STATE TRANSFER");
        assertThat(judged.request().clientId()).isEqualTo("552019");
        assertThat(judged.request().fields())
                .containsEntry("NEW SHOP", "Lone Star Auto Electric, 410 Main St, Plano")
                .containsEntry("ACCOUNT BALANCE", "$0.00");
        assertThat(judged.request().asked())
                .isEqualTo("Client moves for work on 7/1. Can this transfer be processed please?");
        assertThat(broken(free(null, "552020", pasted, LOOKED))).containsExactly("assist-field");
    }

    @Test
    void a_form_is_known_by_its_labels_when_its_name_is_missing() {
        String pasted = "CID: 301144\nUTR: 77\nDRIVE TIME: 35 minutes\nREASON: asap please";
        AssistGuard.Judged judged = judged(free(null, "", pasted, LOOKED));
        assertThat(judged.title()).isEqualTo("POC CODE");
        assertThat(judged.violations())
                .extracting(Violation::field)
                .containsExactly("fields.APPOINTMENT TIME", "fields.REASON", "question");
    }
}
