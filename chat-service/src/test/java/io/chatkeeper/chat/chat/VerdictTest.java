package io.chatkeeper.chat.chat;

import static io.chatkeeper.chat.chat.ChatScenes.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.chatkeeper.contract.ChatCommand.PostMessage;
import io.chatkeeper.contract.ChatCommand.ResolveChat;
import io.chatkeeper.contract.RuleOverride;
import io.chatkeeper.contract.Violation;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class VerdictTest {
    private static final String SOFT = "I don't know, Pat.";
    private static final String HARD = "The system says no, Pat.";

    @Test
    void a_soft_rule_refuses_without_a_reason() {
        var refusal = chat().given(strict()).when(post(SOFT)).by(CASEY).refusal();

        assertThat(refusal.violations())
                .extracting(Violation::ruleId)
                .containsExactly("message-dismissive");
        assertThat(refusal.violations().getFirst().overridable()).isTrue();
        assertThat(refusal.violations().getFirst().suggestion())
                .isEqualTo("Let me check that for you.");
    }

    @Test
    void a_reason_takes_an_act_past_a_soft_rule_and_is_recorded_beside_it() {
        List<ChatEvent> events =
                say(SOFT, override("message-dismissive", "Said to a friend of the house"));

        assertThat(events).hasSize(2);
        assertThat(events.getFirst()).isInstanceOf(ChatEvent.MessagePosted.class);
        var beside = (ChatEvent.RuleOverridden) events.getLast();
        assertThat(beside.act()).isEqualTo("post-message");
        assertThat(beside.subject()).isEqualTo("message-1");
        assertThat(beside.violation().requirement()).isEqualTo("R72");
        assertThat(beside.reason()).isEqualTo(text("Said to a friend of the house"));
    }

    @Test
    void no_reason_takes_an_act_past_a_hard_rule() {
        refused(HARD, override("message-dismissive", "The customer likes it"))
                .thenViolates("message-dismissive", "R75");
    }

    @Test
    void what_is_not_overridden_still_stands() {
        refused("I don't know, dude.", override("message-dismissive", "It is true"))
                .thenViolates("message-unprofessional", "R71");
    }

    @Test
    void a_reason_for_a_soft_phrase_does_not_take_a_hard_one_along() {
        refused("I don't know. The system says no.", override("message-dismissive", "It is true"))
                .thenViolates("message-dismissive", "R75");
    }

    @Test
    void an_override_of_a_rule_that_is_met_leaves_no_trace() {
        assertThat(say("Let me check, Pat.", override("message-dismissive", "Just in case")))
                .hasSize(1);
        assertThat(say("Let me check, Pat.", override("no-such-rule", "Just in case"))).hasSize(1);
    }

    @Test
    void an_override_says_why() {
        refused(SOFT, override("message-dismissive", " ")).thenRefused("malformed");
        refused(SOFT, override("message-dismissive", "...")).thenRefused("malformed");
    }

    @Test
    void an_act_goes_past_ten_rules_at_most() {
        var many = Collections.nCopies(11, override("message-dismissive", "Because"));

        chat().given(strict()).when(saying(SOFT, many)).by(CASEY).thenRefused("malformed");
    }

    @Test
    void a_secret_in_a_reason_is_masked() {
        List<ChatEvent> events =
                say(SOFT, override("message-dismissive", "Card 4111 1111 1111 1111 told"));

        assertThat(((ChatEvent.RuleOverridden) events.getLast()).reason().plain())
                .doesNotContain("4111 1111 1111");
    }

    @Test
    void a_refusal_that_the_procedure_wants_to_know_of_is_an_event() {
        List<ChatEvent> events = say("I guarantee it, Pat.");

        assertThat(events).hasSize(1);
        var violated = (ChatEvent.RuleViolated) events.getFirst();
        assertThat(violated.act()).isEqualTo("post-message");
        assertThat(violated.violations()).extracting(Violation::requirement).contains("R77");
    }

    @Test
    void a_recorded_violation_changes_nothing_else() {
        var before = strict();
        var after = with(before, say("I guarantee it, Pat.").getFirst());

        assertThat(chat().given(after).state()).isEqualTo(chat().given(before).state());
    }

    @Test
    void the_summary_meets_the_same_rules_as_a_message() {
        chat().given(strict())
                .when(new ResolveChat(CHAT, text("I don't know what it was.")))
                .by(CASEY)
                .thenViolates("message-dismissive", "R72");
    }

    private static PostMessage saying(String words, List<RuleOverride> overrides) {
        return new PostMessage(CHAT, "message-1", null, text(words), overrides);
    }

    private static List<ChatEvent> say(String words, RuleOverride... overrides) {
        return chat().given(strict()).when(saying(words, List.of(overrides))).by(CASEY).events();
    }

    private static io.chatkeeper.testkit.DecisionSpec<
                            Chat, io.chatkeeper.contract.ChatCommand, ChatEvent>
                    .When
            refused(String words, RuleOverride... overrides) {
        return chat().given(strict()).when(saying(words, List.of(overrides))).by(CASEY);
    }
}
