package io.chatkeeper.chat.chat;

import static io.chatkeeper.chat.chat.ChatScenes.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.chatkeeper.contract.ChatCommand.DecideApproval;
import io.chatkeeper.contract.ChatCommand.RequestApproval;
import io.chatkeeper.contract.ChatCommand.TakeAction;
import io.chatkeeper.contract.Role;
import io.chatkeeper.contract.Violation;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ApprovalsTest {
    private static final String CREDIT = "account-credit";
    private static final String CHECKED = "account-was-invoiced";
    private static final ChatEvent VERIFIED = new ChatEvent.CustomerVerified(CHAT, "call-back");

    @Test
    void an_action_needs_its_checks_a_known_customer_and_an_approval() {
        var refusal = chat().given(strict()).when(credit(null)).by(CASEY).refusal();

        assertThat(refusal.violations())
                .extracting(Violation::ruleId)
                .containsExactly("action-checks", "identity-verified", "action-approval");
        assertThat(refusal.violations())
                .extracting(Violation::requirement)
                .containsExactly("R108", "R137", "R108");
    }

    @Test
    void an_approval_is_asked_for_with_a_reason() {
        chat().given(strict()).when(request("20 dollars")).by(CASEY).then(requested());
        chat().given(strict()).when(request(" ")).by(CASEY).thenRefused("malformed");
    }

    @Test
    void an_action_that_the_procedure_does_not_name_is_none() {
        chat().given(strict())
                .when(new RequestApproval(CHAT, "approval-1", "party", text("Why not")))
                .by(CASEY)
                .thenViolates("action-known", "R91");
        chat().given(served())
                .when(credit(null, CHECKED))
                .by(CASEY)
                .thenViolates("action-known", "R91");
    }

    @Test
    void what_everybody_may_do_needs_no_approval() {
        chat().given(strict())
                .when(new RequestApproval(CHAT, "approval-1", "reset-password", text("Lost")))
                .by(CASEY)
                .thenRefused("no-approval-needed");
        var reset =
                new TakeAction(
                        CHAT, "action-1", "reset-password", text(""), List.of(), null, List.of());
        assertThat(chat().given(strict()).when(reset).by(CASEY).events()).hasSize(1);
    }

    @Test
    void a_lead_says_yes_or_no_and_no_with_a_reason() {
        chat().given(strict(requested())).when(decide(true, "")).by(MORGAN).then(granted(""));
        chat().given(strict(requested()))
                .when(decide(false, "Not invoiced"))
                .by(SAM)
                .then(
                        new ChatEvent.ApprovalDeclined(
                                CHAT, "approval-1", CREDIT, "sam", text("Not invoiced")));
        chat().given(strict(requested())).when(decide(false, " ")).by(SAM).thenRefused("malformed");
    }

    @Test
    void an_agent_approves_nothing() {
        chat().given(strict(requested())).when(decide(true, "")).by(CASEY).thenRefused("not-yours");
    }

    @Test
    void a_question_is_answered_once() {
        chat().given(strict(requested(), granted("")))
                .when(decide(false, "On second thought"))
                .by(MORGAN)
                .thenRefused("no-open-approval");
        chat().given(strict()).when(decide(true, "")).by(MORGAN).thenRefused("no-open-approval");
    }

    @Test
    void an_approval_is_good_for_one_action() {
        var approved = strict(VERIFIED, requested(), granted(""));
        var taken = chat().given(approved).when(credit("approval-1", CHECKED)).by(CASEY).events();

        assertThat(taken).hasSize(1);
        chat().given(with(approved, taken.getFirst()))
                .when(credit("approval-1", CHECKED))
                .by(CASEY)
                .thenViolates("action-approval", "R108");
    }

    @Test
    void an_approval_that_is_only_asked_for_is_none() {
        chat().given(strict(VERIFIED, requested()))
                .when(credit("approval-1", CHECKED))
                .by(CASEY)
                .thenViolates("action-approval", "R108");
    }

    @Test
    void who_may_approve_may_act() {
        assertThat(chat().given(strict(VERIFIED)).when(credit(null, CHECKED)).by(MORGAN).events())
                .hasSize(1);
    }

    private static RequestApproval request(String detail) {
        return new RequestApproval(CHAT, "approval-1", CREDIT, text(detail));
    }

    private static ChatEvent.ApprovalRequested requested() {
        return new ChatEvent.ApprovalRequested(
                CHAT, "approval-1", CREDIT, text("20 dollars"), "casey", Role.LEAD);
    }

    private static DecideApproval decide(boolean granted, String reason) {
        return new DecideApproval(CHAT, "approval-1", granted, text(reason));
    }

    private static ChatEvent.ApprovalGranted granted(String reason) {
        return new ChatEvent.ApprovalGranted(CHAT, "approval-1", CREDIT, "morgan", text(reason));
    }

    private static TakeAction credit(@Nullable String approval, String... confirmed) {
        return new TakeAction(
                CHAT,
                "action-1",
                CREDIT,
                text("20 dollars"),
                List.of(confirmed),
                approval,
                List.of());
    }
}
