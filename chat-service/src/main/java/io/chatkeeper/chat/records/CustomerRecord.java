package io.chatkeeper.chat.records;

import io.chatkeeper.chat.chat.ChatEvent;
import io.chatkeeper.chat.chat.ChatEvent.*;
import io.chatkeeper.chat.chat.RecordEvent.RecordDue;
import io.chatkeeper.contract.ActorKind;
import io.chatkeeper.contract.Customer;
import io.chatkeeper.contract.PersonalText;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// What another system gets to know of a chat: who asked what, what was promised, and how it ended.
/// Made from the chat's log up to the occasion and no further, so that every attempt says the same.
/// The talk itself and the notes stay here.
final class CustomerRecord {
    /// Of the customer's first words; a record is to be small.
    private static final int INQUIRY = 4_000;

    /// Escalations, follow-ups and notes, each; the log has them all.
    private static final int MOST = 50;

    private final ObjectNode record;
    private final ObjectNode content;

    CustomerRecord(JsonMapper json) {
        this.record = json.createObjectNode();
        this.content = json.createObjectNode();
    }

    /// The record as Standard Webhooks want it: type, time and content.
    ObjectNode forOccasion(RecordDue due, Instant at) {
        record.put("type", "chat." + due.occasion()).put("timestamp", at.toString());
        content.put("recordId", due.recordId());
        record.set("data", content);
        return record;
    }

    /// Takes one more event of the chat.
    void add(ChatEvent event, Instant at) {
        switch (event) {
            case ChatOpened opened -> open(opened, at);
            case MessagePosted posted -> hear(posted);
            case ChatAssigned assigned when assigned.transferId() == null ->
                    content.put("agent", assigned.agentName());
            case TransferAcknowledged taken -> content.put("agent", taken.agentName());
            case ChatTakenOver taken -> content.put("agent", taken.agentName());
            case CustomerVerified _ -> content.withObject("customer").put("verified", true);
            case ChatClassified filed -> file(filed);
            case ComplaintRaised _ -> content.put("complaint", true);
            case ChatEscalated escalated -> escalate(escalated, at);
            case FollowUpPromised promised -> promise(promised);
            case FollowUpCompleted done -> complete(done, at);
            case ChatNoted noted when content.withArray("notes").size() < MOST ->
                    content.withArray("notes").add(noted.noteId());
            case ResolutionConfirmed(_, var score, var comment) -> rate(score, comment);
            case ChatRated rated -> rate(rated.score(), rated.comment());
            case ChatResolved resolved -> text(content, "summary", resolved.summary());
            case ChatClosed closed ->
                    content.put("closedAt", at.toString()).put("closedBecause", closed.reason());
            default -> {}
        }
    }

    private void open(ChatOpened opened, Instant at) {
        content.put("chatId", opened.chatId())
                .put("reference", opened.reference())
                .put("site", opened.site())
                .put("procedure", opened.sop().toString())
                .put("openedAt", at.toString());
        Customer customer = opened.customer();
        ObjectNode shown = content.putObject("customer").put("verified", customer.verified());
        text(shown, "name", customer.name());
        text(shown, "email", customer.email());
        if (customer.externalId() != null) {
            shown.put("externalId", customer.externalId());
        }
        if (opened.topic() != null) {
            content.put("topic", opened.topic());
        }
        fields("fields", opened.fields());
    }

    private void hear(MessagePosted posted) {
        if (posted.author().kind() == ActorKind.VISITOR && !content.has("inquiry")) {
            String words = posted.text().plain();
            content.put("inquiry", words.substring(0, Math.min(words.length(), INQUIRY)));
        }
    }

    private void file(ChatClassified filed) {
        content.put("category", filed.category()).put("complaint", filed.complaint());
        fields("ticket", filed.fields());
    }

    private void escalate(ChatEscalated escalated, Instant at) {
        if (content.withArray("escalations").size() < MOST) {
            content.withArray("escalations")
                    .addObject()
                    .put("trigger", escalated.trigger())
                    .put("at", at.toString());
        }
    }

    private void promise(FollowUpPromised promised) {
        if (content.withObject("followUps").size() < MOST) {
            ObjectNode shown = content.withObject("followUps").putObject(promised.followUpId());
            text(shown, "what", promised.what());
            if (promised.dueAt() != null) {
                shown.put("dueAt", promised.dueAt().toString());
            }
        }
    }

    private void complete(FollowUpCompleted done, Instant at) {
        ObjectNode shown = content.withObject("followUps").withObject(done.followUpId());
        shown.put("completedAt", at.toString());
        text(shown, "outcome", done.outcome());
    }

    private void rate(@Nullable Integer score, @Nullable PersonalText comment) {
        if (score != null || comment != null) {
            ObjectNode rating = content.putObject("rating");
            if (score != null) {
                rating.put("score", score);
            }
            text(rating, "comment", comment);
        }
    }

    private void fields(String name, Map<String, PersonalText> fields) {
        ObjectNode shown = content.putObject(name);
        fields.forEach((field, value) -> shown.put(field, value.plain()));
    }

    private static void text(ObjectNode node, String field, @Nullable PersonalText text) {
        if (text != null) {
            node.put(field, text.plain());
        }
    }
}
