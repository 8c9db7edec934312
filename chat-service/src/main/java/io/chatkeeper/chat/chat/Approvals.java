package io.chatkeeper.chat.chat;

import io.chatkeeper.chat.chat.ChatEvent.ActionTaken;
import io.chatkeeper.chat.chat.ChatEvent.ApprovalDeclined;
import io.chatkeeper.chat.chat.ChatEvent.ApprovalGranted;
import io.chatkeeper.chat.chat.ChatEvent.ApprovalRequested;
import io.chatkeeper.contract.ChatCommand.DecideApproval;
import io.chatkeeper.contract.ChatCommand.RequestApproval;
import io.chatkeeper.contract.ChatCommand.TakeAction;
import io.chatkeeper.contract.Decision;
import io.chatkeeper.contract.PersonalText;
import io.chatkeeper.contract.Refused;
import io.chatkeeper.contract.Role;
import io.chatkeeper.contract.Violation;
import io.chatkeeper.sop.ActionRule;
import io.chatkeeper.sop.Sop;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Actions on the customer's account that the procedure hedges: checks to make first, a known
/// customer, and a role or the approval of somebody who has it (R91, R108-R112).
final class Approvals {
    private Approvals() {}

    static List<ChatEvent> request(Chat.Opened chat, RequestApproval request, Decision by, Sop sop)
            throws Refused {
        ActionRule rule = known(request.action(), sop);
        Role from = rule.approval();
        if (from == null) {
            throw Refused.conflict("no-approval-needed", "This needs nobody's approval.");
        }
        if (request.detail().plain().isBlank()) {
            throw Verdict.malformed("Say what is to be approved and why.");
        }
        if (chat.duties().approvals().size() >= Duties.MOST) {
            throw Refused.conflict("too-many-approvals", "Use the approvals there are first.");
        }
        return List.of(
                new ApprovalRequested(
                        request.chatId(),
                        request.approvalId(),
                        request.action(),
                        Conversation.masked(request.detail()),
                        by.actor().id(),
                        from));
    }

    static List<ChatEvent> decide(Chat.Opened chat, DecideApproval decide, Decision by, Sop sop)
            throws Refused {
        Duties.Approval asked =
                chat.duties()
                        .approval(decide.approvalId())
                        .filter(approval -> !approval.granted())
                        .orElseThrow(() ->
                                Refused.conflict(
                                        "no-open-approval",
                                        "Nobody waits for an answer under that id."));
        ActionRule rule = known(asked.action(), sop);
        if (!rule.isFor(by.actor().role())) {
            Verdict.onHard(List.of(rule.needsApproval(null)));
        }
        if (!decide.granted() && decide.reason().plain().isBlank()) {
            throw Verdict.malformed("Say why not, so that the agent can explain it.");
        }
        PersonalText reason = Conversation.masked(decide.reason());
        String agent = by.actor().id();
        return List.of(
                decide.granted()
                        ? new ApprovalGranted(
                                decide.chatId(), asked.id(), asked.action(), agent, reason)
                        : new ApprovalDeclined(
                                decide.chatId(), asked.id(), asked.action(), agent, reason));
    }

    static List<ChatEvent> act(Chat.Opened chat, TakeAction action, Decision by, Sop sop)
            throws Refused {
        ActionRule rule = known(action.action(), sop);
        List<Violation> violations = new ArrayList<>(rule.unchecked(action.confirmed()));
        if (rule.verified() && !chat.standing().verified()) {
            violations.add(CaseFile.unverified("action"));
        }
        if (!rule.isFor(by.actor().role()) && !approved(chat, action)) {
            violations.add(rule.needsApproval("approvalId"));
        }
        return Verdict.on(action, action.actionId(), violations, action.overrides())
                .beside(
                        new ActionTaken(
                                action.chatId(),
                                action.actionId(),
                                action.action(),
                                Conversation.masked(action.detail()),
                                action.confirmed(),
                                action.approvalId(),
                                by.actor().id()));
    }

    private static boolean approved(Chat.Opened chat, TakeAction action) {
        @Nullable String id = action.approvalId();
        Optional<Duties.Approval> approval =
                id == null ? Optional.empty() : chat.duties().approval(id);
        return approval.filter(one -> one.granted() && one.action().equals(action.action()))
                .isPresent();
    }

    private static ActionRule known(String action, Sop sop) throws Refused {
        ActionRule rule = sop.actions().get(action);
        if (rule == null) {
            throw Refused.violating(
                    List.of(
                            Violation.block(
                                    "action-known",
                                    "R91",
                                    "action",
                                    sop.actions().isEmpty()
                                            ? "This procedure names no actions."
                                            : "Name one of "
                                                    + String.join(", ", sop.actions().keySet())
                                                    + ".")));
        }
        return rule;
    }
}
