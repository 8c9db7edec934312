package io.chatkeeper.projection.chats;

import io.chatkeeper.contract.PublicChatEvent.ChatEscalated;
import io.chatkeeper.contract.PublicChatEvent.ChatTakenOver;
import io.chatkeeper.contract.PublicChatEvent.OfLadder;
import io.chatkeeper.contract.PublicLadderEvent.EscalationClimbed;
import io.chatkeeper.contract.PublicLadderEvent.EscalationHelped;
import io.chatkeeper.contract.PublicLadderEvent.EscalationReturned;
import io.chatkeeper.contract.PublicLadderEvent.EscalationReviewed;
import io.chatkeeper.contract.PublicLadderEvent.HelpAsked;
import io.chatkeeper.contract.Role;
import io.chatkeeper.projection.views.Documents;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// The escalations of the chat document: where each stands, who helps, and what its review found
/// (R99, R100). `helpers` names everybody whose help is awaited or given, so that their inboxes
/// find the chat.
final class EscalationFold {
    static final String LIST = "escalations";
    private static final Set<String> OPEN = Set.of("asked", "helping");

    private EscalationFold() {}

    static void escalate(ObjectNode chat, ChatEscalated escalated, @Nullable String by, String at) {
        ObjectNode escalation = chat.withArray(LIST).addObject();
        escalation.put("escalationId", escalated.escalationId());
        escalation.put("trigger", escalated.trigger());
        escalation.put("to", word(escalated.to()));
        escalation.put("toDesk", escalated.toDesk());
        escalation.put("updateBy", escalated.updateBy().toString());
        Documents.text(escalation, "detail", escalated.detail());
        escalation.put("at", at);
        escalation.put("state", "asked");
        Documents.put(escalation, "by", by);
        chat.put("escalated", true);
    }

    static void fold(ObjectNode chat, OfLadder event, String at) {
        switch (event) {
            case HelpAsked e ->
                    change(chat, e.escalationId(), e.agentId(), e.agentName()).put("askedAt", at);
            case EscalationClimbed e -> climb(chat, e, at);
            case EscalationHelped e ->
                    change(chat, e.escalationId(), e.agentId(), e.agentName())
                            .put("state", "helping")
                            .put("helpedAt", at);
            case EscalationReturned e -> giveBack(chat, e, at);
            case EscalationReviewed e -> review(chat, e, at);
        }
        helpers(chat);
    }

    /// Whoever takes the chat takes everything over that was asked for.
    static void takeOver(ObjectNode chat, ChatTakenOver taken, String at) {
        for (JsonNode each : chat.withArray(LIST)) {
            if (each instanceof ObjectNode escalation && isOpen(escalation)) {
                escalation.put("state", "taken-over").put("takenOverAt", at);
                helper(escalation, taken.agentId(), taken.agentName());
            }
        }
        helpers(chat);
    }

    private static void climb(ObjectNode chat, EscalationClimbed climbed, String at) {
        ObjectNode escalation = of(chat, climbed.escalationId());
        escalation
                .withArray("climbed")
                .addObject()
                .put("from", word(climbed.from()))
                .put("reason", climbed.reason())
                .put("at", at);
        escalation.put("to", word(climbed.to())).put("toDesk", climbed.toDesk());
        escalation.remove("helper");
    }

    private static void giveBack(ObjectNode chat, EscalationReturned back, String at) {
        ObjectNode escalation = of(chat, back.escalationId());
        escalation.put("state", "returned").put("returnedAt", at);
        Documents.text(escalation, "outcome", back.outcome());
    }

    private static void review(ObjectNode chat, EscalationReviewed reviewed, String at) {
        ObjectNode review =
                of(chat, reviewed.escalationId())
                        .putObject("review")
                        .put("verdict", reviewed.verdict().word())
                        .put("by", reviewed.agentId())
                        .put("helpedFirst", reviewed.helpedFirst())
                        .put("at", at);
        Documents.text(review, "remark", reviewed.remark());
    }

    private static ObjectNode change(ObjectNode chat, String id, String agentId, String name) {
        ObjectNode escalation = of(chat, id);
        helper(escalation, agentId, name);
        return escalation;
    }

    private static void helper(ObjectNode escalation, String agentId, String name) {
        escalation.putObject("helper").put("id", agentId).put("name", name);
    }

    private static ObjectNode of(ObjectNode chat, String id) {
        return Documents.in(chat, LIST, "escalationId", id)
                .orElseThrow(() -> new IllegalStateException("no such escalation: " + id));
    }

    static boolean isOpen(JsonNode escalation) {
        return OPEN.contains(escalation.path("state").asString(""));
    }

    private static void helpers(ObjectNode chat) {
        var helpers = chat.putArray("helpers");
        for (JsonNode escalation : chat.withArray(LIST)) {
            if (isOpen(escalation) && escalation.has("helper")) {
                helpers.add(escalation.path("helper").path("id").asString(""));
            }
        }
    }

    private static String word(Role role) {
        return role.name().toLowerCase(Locale.ROOT);
    }
}
