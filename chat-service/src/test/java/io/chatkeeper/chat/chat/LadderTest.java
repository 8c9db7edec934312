package io.chatkeeper.chat.chat;

import static io.chatkeeper.chat.chat.ChatScenes.*;
import static io.chatkeeper.chat.chat.HelpingTest.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.chatkeeper.contract.LadderCommand.ReviewEscalation;
import io.chatkeeper.contract.PersonalText;
import io.chatkeeper.contract.ReviewVerdict;
import io.chatkeeper.contract.Role;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// What is remembered of escalations, and their reviews.
class LadderTest {
    @Test
    void every_escalation_is_reviewed_once_and_not_by_who_escalated() {
        chat().given(with(escalated(), helped(), takenOver("casey"), resolved(), closed()))
                .when(review(ReviewVerdict.WITHIN_POLICY, null))
                .by(SAM)
                .then(reviewed("sam", ReviewVerdict.WITHIN_POLICY, null, true));
        chat().given(with(escalated(), reviewed("sam", ReviewVerdict.WITHIN_POLICY, null, false)))
                .when(review(ReviewVerdict.WITHIN_POLICY, null))
                .by(MORGAN)
                .thenRefused("reviewed-already");
        chat().given(with(served(), escalatedBy("morgan")))
                .when(review(ReviewVerdict.WITHIN_POLICY, null))
                .by(MORGAN)
                .thenRefused("own-escalation");
        chat().given(escalated())
                .when(review(ReviewVerdict.WITHIN_POLICY, null))
                .by(CAM)
                .thenRefused("not-yours");
    }

    @Test
    void a_review_that_finds_fault_says_which() {
        chat().given(escalated())
                .when(review(ReviewVerdict.AGAINST_POLICY, null))
                .by(MORGAN)
                .thenRefused("malformed");
        PersonalText remark = text("Nobody had asked what the customer needs.");
        chat().given(escalated())
                .when(review(ReviewVerdict.AGAINST_POLICY, remark))
                .by(MORGAN)
                .then(reviewed("morgan", ReviewVerdict.AGAINST_POLICY, remark, false));
    }

    @Test
    void a_trigger_may_begin_higher_on_the_ladder() {
        var rules = SOPS.newest("assist-chat").orElseThrow().escalation();
        assertThat(rules.next("customer-upset", null)).isEqualTo(Role.SUPERVISOR);
        assertThat(rules.next("unresolved", null)).isEqualTo(Role.LEAD);
        assertThat(rules.next("unresolved", Role.LEAD)).isEqualTo(Role.SUPERVISOR);
    }

    @Test
    void only_the_latest_escalations_are_remembered_and_reviewed_ones_go_first() {
        Ladder ladder = Ladder.NONE;
        for (int i : IntStream.rangeClosed(1, Ladder.MOST).toArray()) {
            ladder = ladder.with(Ladder.Step.asked("e" + i, Role.LEAD, "leads", null));
        }
        ladder =
                ladder.changing("e3", Ladder.Step::seen)
                        .with(Ladder.Step.asked("e21", Role.LEAD, "leads", null))
                        .with(Ladder.Step.asked("e22", Role.LEAD, "leads", null));
        assertThat(ladder.steps()).hasSize(Ladder.MOST);
        assertThat(ladder.step("e3")).isEmpty();
        assertThat(ladder.step("e1")).isEmpty();
        assertThat(ladder.step("e2")).isPresent();
    }

    private static LadderEvent.EscalationReviewed reviewed(
            String by, ReviewVerdict verdict, @Nullable PersonalText remark, boolean helped) {
        return new LadderEvent.EscalationReviewed(CHAT, ID, by, verdict, remark, helped);
    }

    private static ReviewEscalation review(ReviewVerdict verdict, @Nullable PersonalText remark) {
        return new ReviewEscalation(CHAT, ID, verdict, remark);
    }
}
