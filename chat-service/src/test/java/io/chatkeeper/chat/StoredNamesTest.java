package io.chatkeeper.chat;

import static org.assertj.core.api.Assertions.assertThat;

import io.chatkeeper.chat.chat.ChatAggregate;
import io.chatkeeper.chat.publishing.ChatPublisher;
import io.chatkeeper.chat.sop.SopAggregate;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The golden list. A name that disappears from it would orphan history: only add.
class StoredNamesTest {
    private static final List<String> OF_A_CHAT =
            List.of(
                    "io.chatkeeper.chat.opened.v1",
                    "io.chatkeeper.chat.assigned.v1",
                    "io.chatkeeper.chat.assignment-refused.v1",
                    "io.chatkeeper.chat.message-posted.v1",
                    "io.chatkeeper.chat.visitor-left.v1",
                    "io.chatkeeper.chat.transfer-requested.v1",
                    "io.chatkeeper.chat.transfer-acknowledged.v1",
                    "io.chatkeeper.chat.transfer-declined.v1",
                    "io.chatkeeper.chat.transfer-withdrawn.v1",
                    "io.chatkeeper.chat.transfer-returned.v1",
                    "io.chatkeeper.chat.noted.v1",
                    "io.chatkeeper.chat.note-refused.v1",
                    "io.chatkeeper.chat.escalated.v1",
                    "io.chatkeeper.chat.taken-over.v1",
                    "io.chatkeeper.chat.resolution-proposed.v1",
                    "io.chatkeeper.chat.resolution-confirmed.v1",
                    "io.chatkeeper.chat.resolution-refused.v1",
                    "io.chatkeeper.chat.resolved.v1",
                    "io.chatkeeper.chat.closed.v1",
                    "io.chatkeeper.chat.reopened.v1",
                    "io.chatkeeper.chat.given-back.v1",
                    "io.chatkeeper.chat.rated.v1",
                    "io.chatkeeper.chat.customer-verified.v1",
                    "io.chatkeeper.chat.conduct-warning-given.v1",
                    "io.chatkeeper.chat.concern-noticed.v1",
                    "io.chatkeeper.chat.classified.v1",
                    "io.chatkeeper.chat.complaint-raised.v1",
                    "io.chatkeeper.chat.follow-up-promised.v1",
                    "io.chatkeeper.chat.follow-up-completed.v1",
                    "io.chatkeeper.chat.customer-updated.v1",
                    "io.chatkeeper.chat.assist-claimed.v1",
                    "io.chatkeeper.chat.assist-fell-silent.v1",
                    "io.chatkeeper.chat.assist-linked.v1",
                    "io.chatkeeper.chat.approval-requested.v1",
                    "io.chatkeeper.chat.approval-granted.v1",
                    "io.chatkeeper.chat.approval-declined.v1",
                    "io.chatkeeper.chat.action-taken.v1",
                    "io.chatkeeper.chat.help-asked.v1",
                    "io.chatkeeper.chat.escalation-climbed.v1",
                    "io.chatkeeper.chat.escalation-helped.v1",
                    "io.chatkeeper.chat.escalation-returned.v1",
                    "io.chatkeeper.chat.escalation-reviewed.v1",
                    "io.chatkeeper.chat.record-due.v1",
                    "io.chatkeeper.chat.record-delivered.v1",
                    "io.chatkeeper.chat.record-failed.v1",
                    "io.chatkeeper.chat.desk-found-closed.v1",
                    "io.chatkeeper.chat.transfer-moved-on.v1",
                    "io.chatkeeper.chat.rule-overridden.v1",
                    "io.chatkeeper.chat.rule-violated.v1",
                    "io.chatkeeper.chat.people-notified.v1",
                    "io.chatkeeper.chat.customer-informed.v1",
                    "io.chatkeeper.chat.transfer-reassigned.v1");

    @Test
    void the_wire_names_of_a_chats_stored_events_are_kept_for_ever() {
        assertThat(ChatAggregate.room(ChatPublisher::publicForm).stored().byName().keySet())
                .containsExactlyInAnyOrderElementsOf(OF_A_CHAT);
    }

    @Test
    void the_wire_names_of_a_procedures_stored_events_are_kept_for_ever() {
        assertThat(SopAggregate.room().stored().byName().keySet())
                .containsExactlyInAnyOrder(
                        "io.chatkeeper.sop.published.v1", "io.chatkeeper.sop.review-due.v1");
    }
}
