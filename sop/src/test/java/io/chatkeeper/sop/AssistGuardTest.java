package io.chatkeeper.sop;

import static io.chatkeeper.sop.FormGuardTest.move;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.chatkeeper.contract.AssistRequest;
import io.chatkeeper.contract.PersonalText;
import io.chatkeeper.contract.Violation;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
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

    static AssistRequest free(
            @Nullable String channel, String client, String question, List<String> looked) {
        return new AssistRequest(
                channel, null, null, client, null, text(question), Map.of(), looked, List.of());
    }

    static PersonalText text(String text) {
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
    void after_the_hours_of_the_other_team_the_sop_is_looked_at_first() {
        AssistRequest poc =
                free(
                        "poc-and-ma",
                        "301144",
                        "The handset is dead. Can a POC be given tonight?",
                        List.of("account notes"));
        Instant night = Instant.parse("2026-11-24T04:00:00Z");
        assertThat(judged(poc).violations()).isEmpty();
        assertThat(guard.judge(poc, night).violations())
                .extracting(Violation::ruleId, Violation::requirement, Violation::overridable)
                .containsExactly(tuple("assist-checked", "R116", true));
        AssistRequest looked =
                free(
                        "poc-and-ma",
                        "301144",
                        "The handset is dead. Can a POC be given tonight?",
                        List.of("SOP, section override codes"));
        assertThat(guard.judge(looked, night).violations()).isEmpty();
    }

    @Test
    void at_every_hour_of_three_years_one_of_the_two_desks_is_there() {
        Sop sop = ShippedSopsTest.shipped("assist-chat");
        AssistRules.Channel week = sop.assist().channels().get("leadership");
        AssistRules.Channel weekend = sop.assist().channels().get("weekend");
        Instant end = MONDAY.plus(Duration.ofDays(3 * 365));
        for (Instant at = MONDAY; at.isBefore(end); at = at.plus(Duration.ofHours(1))) {
            assertThat(AssistRules.isOpen(sop, week, at))
                    .as(at.toString())
                    .isNotEqualTo(AssistRules.isOpen(sop, weekend, at));
        }
        assertThat(AssistRules.isOpen(sop, weekend, Instant.parse("2029-12-25T16:00:00Z")))
                .isTrue();
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
