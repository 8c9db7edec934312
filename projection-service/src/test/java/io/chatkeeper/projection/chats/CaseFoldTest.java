package io.chatkeeper.projection.chats;

import static io.chatkeeper.projection.chats.ChatViewTest.assigned;
import static io.chatkeeper.projection.chats.ChatViewTest.opened;
import static io.chatkeeper.projection.chats.ChatViewTest.said;
import static io.chatkeeper.projection.chats.ChatViewTest.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.chatkeeper.contract.ActorKind;
import io.chatkeeper.contract.Author;
import io.chatkeeper.contract.PublicChatEvent;
import io.chatkeeper.contract.PublicChatEvent.*;
import io.chatkeeper.contract.Role;
import io.chatkeeper.contract.Severity;
import io.chatkeeper.contract.Violation;
import io.chatkeeper.pipeline.Json;
import io.chatkeeper.projection.Happened;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

class CaseFoldTest {
    private static final String CHAT = "chat-a";
    private static final Violation SOFT =
            new Violation("R72", "R72", Severity.WARN, "text", "Kinder", "Let me check", true);

    @Test
    void identity_category_and_complaint_are_shown() {
        ObjectNode chat =
                after(
                        new CustomerVerified(CHAT, "call-back"),
                        new ChatClassified(
                                CHAT,
                                "billing",
                                List.of("Pending"),
                                Map.of("order", text("7")),
                                true),
                        new ComplaintRaised(CHAT, "billing"));

        assertThat(chat.at("/customer/verified").asBoolean()).isTrue();
        assertThat(chat.at("/customer/verifiedBy").asString()).isEqualTo("call-back");
        assertThat(chat.path("classification"))
                .isEqualTo(
                        read(
                                """
                                {'category':'billing','labels':['Pending'],'fields':{'order':'7'},
                                 'complaint':true}
                                """));
        assertThat(chat.path("complaint").asBoolean()).isTrue();
    }

    @Test
    void a_follow_up_is_open_until_it_is_done_and_may_be_settled_later() {
        ObjectNode open = after(promised(null, null), promised("lee", "2026-11-23T12:00:00Z"));

        assertThat(open.path("followUps")).hasSize(1);
        assertThat(open.at("/followUps/0/owner").asString()).isEqualTo("lee");
        assertThat(open.at("/followUps/0/dueAt").asString()).isEqualTo("2026-11-23T12:00:00Z");
        assertThat(open.at("/followUps/0/state").asString()).isEqualTo("open");

        ObjectNode done =
                after(
                        promised("lee", "2026-11-23T12:00:00Z"),
                        new FollowUpCompleted(CHAT, "follow-up-1", "lee", text("Called")));
        assertThat(done.at("/followUps/0/state").asString()).isEqualTo("completed");
        assertThat(done.at("/followUps/0/outcome").asString()).isEqualTo("Called");
    }

    @Test
    void an_approval_is_requested_granted_and_used() {
        var asked =
                new ApprovalRequested(CHAT, "approval-1", "credit", text("20"), "casey", Role.LEAD);
        var granted = new ApprovalGranted(CHAT, "approval-1", "credit", "morgan", text("Fine"));
        var taken =
                new ActionTaken(
                        CHAT, "action-1", "credit", text("20"), List.of(), "approval-1", "casey");

        assertThat(approval(asked)).isEqualTo("requested");
        assertThat(approval(asked, granted)).isEqualTo("granted");
        assertThat(approval(asked, granted, taken)).isEqualTo("used");
        assertThat(
                        approval(
                                asked,
                                new ApprovalDeclined(
                                        CHAT, "approval-1", "credit", "morgan", text("No"))))
                .isEqualTo("declined");
    }

    @Test
    void warnings_hints_updates_and_met_rules_are_listed() {
        ObjectNode chat =
                after(
                        new ConductWarningGiven(CHAT, "warning-1", 1, 2),
                        new ConcernNoticed(CHAT, "m-1", "abuse"),
                        new CustomerUpdated(CHAT, "update-1", "m-2", "casey"),
                        new RuleOverridden(CHAT, "post-message", "m-2", SOFT, text("Friend")),
                        new RuleViolated(CHAT, "post-message", List.of(SOFT)));

        assertThat(chat.at("/conductWarnings/0/number").asInt()).isEqualTo(1);
        assertThat(chat.at("/concerns/0/concern").asString()).isEqualTo("abuse");
        assertThat(chat.at("/customerUpdates/0/messageId").asString()).isEqualTo("m-2");
        assertThat(chat.at("/overrides/0/reason").asString()).isEqualTo("Friend");
        assertThat(chat.at("/violations/0/ruleId").asString()).isEqualTo("R72");
    }

    @Test
    void a_list_keeps_its_latest_entries() {
        List<PublicChatEvent> hints = new ArrayList<>();
        for (int i = 0; i <= CaseFold.LATEST; i++) {
            hints.add(new ConcernNoticed(CHAT, "m-" + i, "upset"));
        }

        ObjectNode chat = after(hints.toArray(PublicChatEvent[]::new));

        assertThat(chat.path("concerns")).hasSize(CaseFold.LATEST);
        assertThat(chat.at("/concerns/0/messageId").asString()).isEqualTo("m-1");
    }

    @Test
    void a_rating_is_shown() {
        ObjectNode chat = after(new ChatRated(CHAT, 4, text("Quick")));

        assertThat(chat.at("/rating/score").asInt()).isEqualTo(4);
        assertThat(chat.at("/rating/comment").asString()).isEqualTo("Quick");
    }

    @Test
    void a_closed_chat_that_is_reopened_waits_without_an_agent() {
        ObjectNode chat =
                after(
                        new ChatClosed(CHAT, "casey", null, "front", "done"),
                        new ChatReopened(CHAT, text("Again"), "front", null));

        assertThat(chat.path("state").asString()).isEqualTo("waiting");
        assertThat(chat.has("agent")).isFalse();
        assertThat(chat.has("closedAt")).isFalse();
        assertThat(chat.path("unattended").asBoolean()).isTrue();
    }

    @Test
    void a_resolved_chat_that_is_reopened_stays_with_its_agent() {
        ObjectNode chat =
                after(
                        new ChatResolved(CHAT, text("Done")),
                        new ChatReopened(CHAT, text("Again"), "front", "casey"));

        assertThat(chat.path("state").asString()).isEqualTo("active");
        assertThat(chat.at("/agent/id").asString()).isEqualTo("casey");
    }

    @Test
    void a_leads_word_does_not_make_a_chat_attended() {
        var lead =
                new MessagePosted(
                        CHAT, "m-9", null, new Author(ActorKind.AGENT, "morgan", "M"), text("Hi"));
        ObjectNode chat = after(said(ActorKind.VISITOR, "Hello?"), lead);

        assertThat(chat.path("unattended").asBoolean()).isTrue();
    }

    private static String approval(PublicChatEvent... events) {
        return after(events).at("/approvals/0/state").asString();
    }

    private static FollowUpPromised promised(@Nullable String owner, @Nullable String due) {
        return new FollowUpPromised(
                CHAT,
                "follow-up-1",
                text("Call back"),
                owner,
                due == null ? null : Instant.parse(due));
    }

    private static ObjectNode after(PublicChatEvent... events) {
        List<PublicChatEvent> all = new ArrayList<>(List.of(opened(), assigned(null, "casey")));
        all.addAll(List.of(events));
        return Happened.on(CHAT, all.toArray(PublicChatEvent[]::new))
                .foldedBy(new ChatView(Json.mapper()));
    }

    private static ObjectNode read(String json) {
        return (ObjectNode) Json.mapper().readTree(json.replace('\'', '"'));
    }
}
