package io.chatkeeper.projection.chats;

import io.chatkeeper.contract.PersonalText;
import io.chatkeeper.contract.PublicChatEvent.*;
import io.chatkeeper.contract.Violation;
import io.chatkeeper.projection.views.Documents;
import java.util.Locale;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The part of the chat document that is about the customer's case: identity, category, follow-ups,
/// approvals, and which rules were met. A list keeps its latest entries only.
final class CaseFold {
    /// Of hints, updates, overrides and violations this many are shown; the event log has them all.
    static final int LATEST = 100;

    private CaseFold() {}

    static void fold(ObjectNode chat, OfCase event, String at, JsonMapper json) {
        switch (event) {
            case ChatRated rated -> rate(chat, rated, at);
            case CustomerVerified verified ->
                    chat.withObject("customer")
                            .put("verified", true)
                            .put("verifiedBy", verified.method());
            case ConductWarningGiven warned ->
                    latest(chat, "conductWarnings")
                            .put("warningId", warned.warningId())
                            .put("number", warned.number())
                            .put("allowed", warned.allowed())
                            .put("at", at);
            case ConcernNoticed noticed ->
                    latest(chat, "concerns")
                            .put("messageId", noticed.messageId())
                            .put("concern", noticed.concern())
                            .put("at", at);
            case ChatClassified filed -> classify(chat, filed, json);
            case ComplaintRaised _ -> chat.put("complaint", true).put("complaintAt", at);
            case FollowUpPromised promised -> promise(chat, promised, at);
            case FollowUpCompleted done -> complete(chat, done, at);
            case CustomerUpdated updated ->
                    latest(chat, "customerUpdates")
                            .put("updateId", updated.updateId())
                            .put("messageId", updated.messageId())
                            .put("agent", updated.agentId())
                            .put("at", at);
        }
    }

    static void fold(ObjectNode chat, OfApproval event, String at, JsonMapper json) {
        switch (event) {
            case ApprovalRequested asked -> ask(chat, asked, at);
            case ApprovalGranted(_, var id, _, var agent, var reason) ->
                    decided(chat, id, "granted", agent, reason);
            case ApprovalDeclined(_, var id, _, var agent, var reason) ->
                    decided(chat, id, "declined", agent, reason);
            case ActionTaken taken -> act(chat, taken, at, json);
        }
    }

    static void fold(ObjectNode chat, OfRule event, String at) {
        switch (event) {
            case RuleOverridden overridden -> override(chat, overridden, at);
            case RuleViolated violated ->
                    violated.violations()
                            .forEach(one -> rule(chat, "violations", violated.act(), one, at));
        }
    }

    private static void rate(ObjectNode chat, ChatRated rated, String at) {
        ObjectNode rating = chat.putObject("rating").put("score", rated.score());
        Documents.text(rating, "comment", rated.comment());
        rating.put("at", at);
    }

    private static void classify(ObjectNode chat, ChatClassified filed, JsonMapper json) {
        ObjectNode shown = chat.putObject("classification").put("category", filed.category());
        shown.set("labels", json.valueToTree(filed.labels()));
        ObjectNode fields = shown.putObject("fields");
        filed.fields().forEach((name, value) -> fields.put(name, value.plain()));
        shown.put("complaint", filed.complaint());
    }

    private static void promise(ObjectNode chat, FollowUpPromised promised, String at) {
        ObjectNode shown =
                Documents.in(chat, "followUps", "followUpId", promised.followUpId())
                        .orElseGet(() ->
                                chat.withArray("followUps")
                                        .addObject()
                                        .put("followUpId", promised.followUpId())
                                        .put("at", at));
        Documents.text(shown, "what", promised.what());
        Documents.put(shown, "owner", promised.owner());
        Documents.put(
                shown, "dueAt", promised.dueAt() == null ? null : promised.dueAt().toString());
        shown.put("state", "open");
    }

    private static void complete(ObjectNode chat, FollowUpCompleted done, String at) {
        Documents.in(chat, "followUps", "followUpId", done.followUpId())
                .ifPresent(shown -> {
                    shown.put("state", "completed");
                    shown.put("completedAt", at);
                    shown.put("completedBy", done.agentId());
                    Documents.text(shown, "outcome", done.outcome());
                });
    }

    private static void ask(ObjectNode chat, ApprovalRequested asked, String at) {
        ObjectNode shown =
                latest(chat, "approvals")
                        .put("approvalId", asked.approvalId())
                        .put("action", asked.action())
                        .put("from", asked.from().name().toLowerCase(Locale.ROOT))
                        .put("requestedBy", asked.agentId())
                        .put("state", "requested")
                        .put("at", at);
        Documents.text(shown, "detail", asked.detail());
    }

    private static void decided(
            ObjectNode chat, String approval, String state, String agent, PersonalText reason) {
        Documents.in(chat, "approvals", "approvalId", approval)
                .ifPresent(shown -> {
                    shown.put("state", state);
                    shown.put("decidedBy", agent);
                    Documents.text(shown, "reason", reason);
                });
    }

    private static void act(ObjectNode chat, ActionTaken taken, String at, JsonMapper json) {
        ObjectNode shown =
                latest(chat, "actions")
                        .put("actionId", taken.actionId())
                        .put("action", taken.action())
                        .put("agent", taken.agentId())
                        .put("at", at);
        Documents.text(shown, "detail", taken.detail());
        shown.set("confirmed", json.valueToTree(taken.confirmed()));
        Documents.put(shown, "approvalId", taken.approvalId());
        if (taken.approvalId() != null) {
            Documents.in(chat, "approvals", "approvalId", taken.approvalId())
                    .ifPresent(approval -> approval.put("state", "used"));
        }
    }

    private static void override(ObjectNode chat, RuleOverridden overridden, String at) {
        ObjectNode shown = rule(chat, "overrides", overridden.act(), overridden.violation(), at);
        Documents.put(shown, "subject", overridden.subject());
        Documents.text(shown, "reason", overridden.reason());
    }

    private static ObjectNode rule(
            ObjectNode chat, String list, String act, Violation violation, String at) {
        return latest(chat, list)
                .put("act", act)
                .put("ruleId", violation.ruleId())
                .put("requirement", violation.requirement())
                .put("message", violation.message())
                .put("at", at);
    }

    /// A new entry of a list that keeps its latest ones.
    static ObjectNode latest(ObjectNode chat, String list) {
        ArrayNode all = chat.withArray(list);
        if (all.size() >= LATEST) {
            all.remove(0);
        }
        return all.addObject();
    }
}
