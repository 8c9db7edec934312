package io.chatkeeper.chat.chat;

import static io.chatkeeper.chat.chat.ChatScenes.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.chatkeeper.chat.chat.NextActs.NextAct;
import io.chatkeeper.contract.Actor;
import io.chatkeeper.contract.ChatActs;
import io.chatkeeper.contract.ChatPart;
import io.chatkeeper.contract.ChatState;
import io.chatkeeper.contract.Decision;
import io.chatkeeper.contract.Violation;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class NextActsTest {
    @Test
    void what_closing_still_needs_is_said_before() {
        assertThat(violations(strict(resolved()), CASEY, "close"))
                .extracting(Violation::ruleId)
                .containsExactly("category-required");
    }

    @Test
    void what_resolving_still_needs_is_said_before() {
        assertThat(violations(handedOver(), LEE, "resolve"))
                .extracting(Violation::ruleId)
                .containsExactly("note-required");
    }

    @Test
    void a_first_message_asks_for_the_names() {
        assertThat(violations(List.of(opened(STRICT), assigned()), CASEY, "post-message"))
                .extracting(Violation::requirement)
                .containsExactly("R17", "R21");
    }

    @Test
    void an_act_that_meets_nothing_has_no_violations() {
        NextAct propose = act(strict(), CASEY, "propose-resolution");

        assertThat(propose.violations()).isEmpty();
        assertThat(propose.code()).isNull();
    }

    @Test
    void another_reason_than_a_rule_is_named() {
        var asked =
                strict(new ChatEvent.ResolutionProposed(CHAT, "All well?", NOON.plusSeconds(600)));

        assertThat(act(asked, CASEY, "propose-resolution").code()).isEqualTo("proposed-already");
    }

    @Test
    void the_acts_are_those_of_the_table() {
        List<String> expected =
                Arrays.stream(ChatActs.values())
                        .filter(act -> act.states().contains(ChatState.ACTIVE))
                        .filter(act -> act.parts().contains(ChatPart.RESPONSIBLE))
                        .filter(act -> act != ChatActs.COMPLETE_FOLLOW_UP)
                        .map(ChatActs::word)
                        .toList();

        assertThat(next(strict(), CASEY))
                .extracting(NextAct::act)
                .containsExactlyElementsOf(expected);
    }

    @Test
    void a_bystander_has_no_acts_and_a_chat_that_is_none_has_none() {
        assertThat(next(strict(), CAM)).isEmpty();
        assertThat(next(List.of(), CASEY)).isEmpty();
    }

    @Test
    void an_open_approval_is_a_leads_next_act() {
        var asked =
                strict(
                        new ChatEvent.ApprovalRequested(
                                CHAT,
                                "approval-1",
                                "account-credit",
                                text("20"),
                                "casey",
                                io.chatkeeper.contract.Role.LEAD));

        assertThat(act(asked, MORGAN, "decide-approval").violations()).isEmpty();
    }

    private static List<Violation> violations(List<ChatEvent> history, Actor actor, String act) {
        return act(history, actor, act).violations();
    }

    private static NextAct act(List<ChatEvent> history, Actor actor, String act) {
        return next(history, actor).stream()
                .filter(one -> one.act().equals(act))
                .findFirst()
                .orElseThrow();
    }

    private static List<NextAct> next(List<ChatEvent> history, Actor actor) {
        return NextActs.of(history, new Decision(NOON, actor, "next"), SOPS);
    }
}
