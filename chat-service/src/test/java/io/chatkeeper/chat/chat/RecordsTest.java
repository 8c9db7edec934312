package io.chatkeeper.chat.chat;

import static io.chatkeeper.chat.chat.ChatScenes.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.chatkeeper.chat.chat.RecordEvent.RecordDelivered;
import io.chatkeeper.chat.chat.RecordEvent.RecordDue;
import io.chatkeeper.chat.chat.RecordEvent.RecordFailed;
import io.chatkeeper.contract.Actor;
import io.chatkeeper.contract.ChatCommand.RateChat;
import io.chatkeeper.contract.RecordCommand.ReportDelivery;
import io.chatkeeper.contract.RecordCommand.SendRecord;
import io.chatkeeper.contract.WakeUp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RecordsTest {
    private static final String ID = "record-crm-rated-7";
    private static final Actor RECORDS = Actor.system("records");
    private static final Instant SOON = NOON.plus(Records.PAUSES.getFirst());

    @Test
    void an_occasion_brings_its_duty_along() {
        List<ChatEvent> events =
                chat().given(strict(resolved()))
                        .when(new RateChat(CHAT, 5, null))
                        .by(VISITOR)
                        .events();

        assertThat(events).hasSize(2).first().isInstanceOf(ChatEvent.ChatRated.class);
        assertThat(events.getLast())
                .isInstanceOfSatisfying(
                        RecordDue.class,
                        due -> {
                            assertThat(due.destination()).isEqualTo("crm");
                            assertThat(due.occasion()).isEqualTo("rated");
                            assertThat(due.attempt()).isEqualTo(1);
                        });
    }

    @Test
    void a_procedure_without_records_has_no_such_duty() {
        chat().given(with(served(), resolved()))
                .when(new RateChat(CHAT, 5, null))
                .by(VISITOR)
                .then(new ChatEvent.ChatRated(CHAT, 5, null));
    }

    @Test
    void what_has_arrived_is_done() {
        chat().given(strict(due(1)))
                .when(report(1, null))
                .by(RECORDS)
                .then(new RecordDelivered(CHAT, ID, 1));
        chat().given(strict(due(1), new RecordDelivered(CHAT, ID, 1)))
                .when(report(1, "timeout"))
                .by(RECORDS)
                .then();
    }

    @Test
    void a_failure_is_tried_again_later_and_later() {
        chat().given(strict(due(1)))
                .when(report(1, "timeout"))
                .by(RECORDS)
                .at(NOON)
                .then(failed(1, "timeout", SOON));
        chat().given(strict(due(2)))
                .when(report(2, "status-503"))
                .by(RECORDS)
                .at(NOON)
                .then(failed(2, "status-503", NOON.plus(Duration.ofMinutes(5))));
    }

    @Test
    void the_next_attempt_begins_when_it_is_time_even_on_a_closed_chat() {
        var waiting = strict(due(1), closed(), failed(1, "timeout", SOON));

        chat().given(waiting).when(new WakeUp(CHAT, NOON)).by(RECORDS).at(NOON).then();
        chat().given(waiting).when(new WakeUp(CHAT, SOON)).by(RECORDS).at(SOON).then(due(2));
        chat().given(with(waiting, due(2)))
                .when(new WakeUp(CHAT, SOON))
                .by(RECORDS)
                .at(SOON)
                .then();
    }

    @Test
    void the_chat_asks_to_be_woken_for_it() {
        assertThat(wakeAt(strict(closed(), due(1)))).isNull();
        assertThat(wakeAt(strict(closed(), due(1), failed(1, "timeout", SOON)))).isEqualTo(SOON);
        assertThat(wakeAt(strict(due(1), failed(1, "timeout", NOON.plus(Duration.ofDays(1))))))
                .isEqualTo(IDLE_AT);
    }

    @Test
    void it_is_given_up_after_the_last_pause_or_where_it_is_hopeless() {
        int last = Records.PAUSES.size() + 1;

        chat().given(strict(due(last)))
                .when(report(last, "timeout"))
                .by(RECORDS)
                .at(NOON)
                .then(failed(last, "timeout", null));
        chat().given(strict(due(1)))
                .when(report(1, "not-configured"))
                .by(RECORDS)
                .at(NOON)
                .then(failed(1, "not-configured", null));
    }

    @Test
    void a_lead_has_it_tried_again() {
        SendRecord again = new SendRecord(CHAT, ID);
        var givenUp = strict(due(1), failed(1, "not-configured", null));

        chat().given(givenUp).when(again).by(MORGAN).then(due(2));
        chat().given(givenUp).when(again).by(CASEY).thenRefused("not-yours");
        chat().given(with(givenUp, due(2))).when(again).by(MORGAN).thenRefused("record-not-failed");
        chat().given(strict()).when(again).by(MORGAN).thenRefused("record-not-failed");
    }

    @Test
    void an_answer_to_an_earlier_attempt_tells_nothing() {
        chat().given(strict(due(1), failed(1, "timeout", SOON), due(2)))
                .when(report(1, null))
                .by(RECORDS)
                .then();
    }

    private static @Nullable Instant wakeAt(List<ChatEvent> history) {
        Chat chat = new Chat.Unopened();
        for (ChatEvent event : history) {
            chat = Chat.evolve(chat, event);
        }
        return ((Chat.Opened) chat).wakeAt();
    }

    private static ReportDelivery report(int attempt, @Nullable String problem) {
        return new ReportDelivery(CHAT, ID, attempt, problem);
    }

    private static RecordDue due(int attempt) {
        return new RecordDue(CHAT, ID, "crm", "rated", attempt);
    }

    private static RecordFailed failed(int attempt, String problem, @Nullable Instant nextAt) {
        return new RecordFailed(CHAT, ID, attempt, problem, nextAt);
    }
}
