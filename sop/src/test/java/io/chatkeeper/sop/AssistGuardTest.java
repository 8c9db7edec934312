package io.chatkeeper.sop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.chatkeeper.contract.AssistRequest;
import io.chatkeeper.contract.PersonalText;
import io.chatkeeper.contract.Violation;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AssistGuardTest {
    private static final Instant MONDAY = Instant.parse("2026-11-23T16:00:00Z");
    private static final Instant SATURDAY = Instant.parse("2026-11-28T16:00:00Z");
    private static final Instant THANKSGIVING = Instant.parse("2026-11-26T16:00:00Z");
    private static final List<String> LOOKED = List.of("SOP", "account notes");
    private static final String ASK =
            "The shop in Roanoke closed early on Saturday. Could a lead look at this with me?";

    private final AssistGuard guard = new AssistGuard(ShippedSopsTest.shipped("assist-chat"));

    private AssistGuard.Judged judged(AssistRequest request) {
        return guard.judge(request, MONDAY);
    }

    private static AssistRequest free(
            @Nullable String channel, String client, String question, List<String> looked) {
        return new AssistRequest(
                channel, null, null, client, null, text(question), Map.of(), looked, List.of());
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

    private static AssistRequest move(String balance, List<String> confirmed) {
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

    private static PersonalText text(String text) {
        return new PersonalText(text);
    }

    private List<String> broken(AssistRequest request) {
        return judged(request).violations().stream().map(Violation::ruleId).toList();
    }

    @Test
    void a_request_names_the_client_says_what_it_is_about_and_asks() {
        assertThat(broken(free(null, "448120", ASK, LOOKED))).isEmpty();
        assertThat(judged(free(null, "", ASK, LOOKED)).violations())
                .extracting(Violation::ruleId, Violation::requirement, Violation::field)
                .containsExactly(tuple("request-missing-client-id", "R102", "clientId"));
        assertThat(
                        broken(
                                free(
                                        null,
                                        "448120",
                                        "The shop in Roanoke closed early on Saturday.",
                                        LOOKED)))
                .containsExactly("request-no-question");
        assertThat(broken(free(null, "448120", "Can someone help?", LOOKED)))
                .containsExactly("request-missing-detail");
    }

    @Test
    void it_says_what_was_looked_at_first() {
        assertThat(judged(free(null, "448120", ASK, List.of(" "))).violations())
                .extracting(Violation::ruleId, Violation::requirement, Violation::overridable)
                .containsExactly(tuple("assist-resources", "R103", false));
        assertThat(broken(free(null, "448120", ASK, List.of("the shop's own web page")))).isEmpty();
    }

    @Test
    void a_credit_is_asked_for_only_after_the_invoice_was_looked_at() {
        String credit = "The shop closed early. Could a missed appointment credit be applied?";
        assertThat(judged(free("credits", "448120", credit, LOOKED)).violations())
                .extracting(Violation::ruleId, Violation::requirement, Violation::suggestion)
                .containsExactly(tuple("assist-checked", "R109", "invoice"));
        assertThat(broken(free("credits", "448120", credit, List.of("reviewed the invoices"))))
                .isEmpty();
        String charge = "Autopay ran on 5/1 and again on 5/3. Is the second charge valid?";
        assertThat(
                        judged(free(null, "448120", charge, List.of("invoice", "client log")))
                                .violations())
                .extracting(Violation::requirement, Violation::suggestion)
                .containsExactly(tuple("R112", "paid-to-date"), tuple("R112", "next-service-date"));
    }

    @Test
    void what_is_guessed_can_be_overridden_and_what_is_told_can_not() {
        String credit = "The shop closed early. Could a courtesy credit be applied?";
        assertThat(judged(free("removals", "448120", credit, LOOKED)).violations())
                .extracting(Violation::ruleId, Violation::overridable, Violation::suggestion)
                .containsExactly(tuple("assist-channel", true, "credits"));
        AssistRequest told =
                new AssistRequest(
                        "removals",
                        null,
                        "account-credit",
                        "448120",
                        null,
                        text(ASK),
                        Map.of(),
                        LOOKED,
                        List.of());
        assertThat(judged(told).violations())
                .extracting(Violation::ruleId, Violation::overridable)
                .containsExactly(tuple("assist-checked", false), tuple("assist-channel", false));
    }

    @Test
    void every_topic_has_its_channel_and_the_rest_goes_to_troubleshooting() {
        assertThat(judged(free(null, "1", "Is a VASAP removal possible here?", LOOKED)).channel())
                .extracting(AssistRules.Channel::id)
                .isEqualTo("removals");
        assertThat(judged(free(null, "1", ASK, LOOKED)).channel().id()).isEqualTo("leadership");
        assertThat(judged(move("$0.00", List.of())).channel().id()).isEqualTo("state-to-state");
        assertThat(broken(free("Removals (VA, etc.)", "448120", ASK, LOOKED))).isEmpty();
        assertThat(broken(free("gossip", "448120", ASK, LOOKED))).containsExactly("assist-channel");
    }

    @Test
    void on_weekends_and_holidays_everything_goes_to_the_weekend_chat() {
        AssistRequest request = move("$0.00", List.of());
        assertThat(guard.judge(request, MONDAY).channel().desk()).isEqualTo("assist-leads");
        for (Instant free : List.of(SATURDAY, THANKSGIVING)) {
            AssistGuard.Judged there = guard.judge(request, free);
            assertThat(there.violations()).isEmpty();
            assertThat(there.channel().id()).isEqualTo("weekend");
            assertThat(there.channel().desk()).isEqualTo("weekend-leads");
        }
        AssistRequest weekend = free("weekend", "448120", ASK, LOOKED);
        assertThat(guard.judge(weekend, SATURDAY).violations()).isEmpty();
        assertThat(guard.judge(weekend, MONDAY).violations())
                .extracting(Violation::ruleId, Violation::requirement, Violation::suggestion)
                .containsExactly(tuple("assist-channel", "R120", "leadership"));
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

    @Test
    void both_sides_keep_the_tone_and_nobody_has_to_ask_in_an_answer() {
        assertThat(guard.tone("text", "The affidavit is there, please go on.")).isEmpty();
        assertThat(guard.tone("text", "Read the SOP!"))
                .extracting(Violation::requirement, Violation::overridable, Violation::suggestion)
                .containsExactly(
                        tuple("R87", true, "What sections of the SOP are you looking at?"));
        assertThat(guard.tone("text", "I AM STILL WAITING ON A SUPERVISOR"))
                .extracting(Violation::requirement)
                .containsExactly("R85");
    }
}
