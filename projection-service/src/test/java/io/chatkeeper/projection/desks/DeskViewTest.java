package io.chatkeeper.projection.desks;

import static org.assertj.core.api.Assertions.assertThat;

import io.chatkeeper.contract.AgentProfile;
import io.chatkeeper.contract.AgentStatus;
import io.chatkeeper.contract.PublicDeskEvent;
import io.chatkeeper.contract.PublicDeskEvent.*;
import io.chatkeeper.contract.PublicDeskHoursEvent.DeskClosed;
import io.chatkeeper.contract.PublicDeskHoursEvent.DeskOpened;
import io.chatkeeper.contract.Role;
import io.chatkeeper.projection.Happened;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

class DeskViewTest {
    private final DeskView view = new DeskView(Happened.JSON);

    private ObjectNode after(PublicDeskEvent... events) {
        return Happened.on("desk-front", events).foldedBy(view);
    }

    private static ChatQueued queued(String chat, int place) {
        return new ChatQueued("front", chat, null, place);
    }

    private static List<String> line(ObjectNode desk) {
        return desk.withArray("line")
                .valueStream()
                .map(row -> row.path("chatId").asString())
                .toList();
    }

    @Test
    void the_line_keeps_its_order() {
        ObjectNode desk = after(queued("a", 1), queued("b", 2), queued("c", 3));
        assertThat(line(desk)).containsExactly("a", "b", "c");
        assertThat(line(after(queued("a", 1), queued("b", 2), new ChatLeftLine("front", "a", "x"))))
                .containsExactly("b");
        assertThat(
                        line(
                                after(
                                        queued("a", 1),
                                        queued("b", 2),
                                        new ChatPlaced("front", "b", "casey"))))
                .containsExactly("a");
    }

    @Test
    void an_offer_is_shown_until_it_is_declined() {
        ChatOffered offered = new ChatOffered("front", "a", null, "casey", "least loaded");
        assertThat(after(queued("a", 1), offered).at("/line/0/offeredTo").asString())
                .isEqualTo("casey");
        assertThat(
                        after(
                                        queued("a", 1),
                                        offered,
                                        new OfferDeclined("front", "a", "casey", "full"))
                                .at("/line/0")
                                .has("offeredTo"))
                .isFalse();
    }

    @Test
    void a_question_is_shown_with_its_time_until_it_is_over() {
        ChatOffered offered = new ChatOffered("front", "a", null, "casey", "least loaded");
        var asked = new AnswerAwaited("front", "a", "casey", Happened.at(60));
        assertThat(after(queued("a", 1), offered, asked).at("/line/0/answerBy").asString())
                .isEqualTo(Happened.at(60).toString());
        for (PublicDeskEvent over :
                List.of(
                        new OfferTimedOut("front", "a", "casey"),
                        new OfferWithdrawn("front", "a", null, "casey", "closed", null))) {
            ObjectNode row = (ObjectNode) after(queued("a", 1), offered, asked, over).at("/line/0");
            assertThat(row.has("offeredTo") || row.has("answerBy")).isFalse();
        }
    }

    @Test
    void it_is_shown_why_a_chat_was_given_to_whom_and_why_not_to_others() {
        var offered =
                new ChatOffered(
                        "front",
                        "a",
                        null,
                        "casey",
                        "least loaded",
                        List.of("cam: away"),
                        null,
                        null);
        ObjectNode desk = after(queued("a", 1), offered, new ChatPlaced("front", "a", "casey"));
        assertThat(desk.at("/placed/0/agentId").asString()).isEqualTo("casey");
        assertThat(desk.at("/placed/0/because").asString()).isEqualTo("least loaded");
        assertThat(desk.at("/placed/0/passedOver/0").asString()).isEqualTo("cam: away");
    }

    @Test
    void it_is_measured_how_long_chats_waited_from_which_place() {
        ObjectNode desk =
                after(
                        queued("a", 1),
                        queued("b", 2),
                        new ChatPlaced("front", "b", "casey"),
                        new ChatPlaced("front", "unknown", "casey"));
        assertThat(desk.withArray("waits")).hasSize(1);
        assertThat(desk.at("/waits/0/place").asInt()).isEqualTo(2);
        assertThat(desk.at("/waits/0/seconds").asInt()).isEqualTo(1);
        assertThat(desk.at("/placed/0").has("place")).isFalse();
    }

    @Test
    void looking_for_a_helper_changes_nothing_in_the_line() {
        var sought =
                after(
                        queued("a", 1),
                        new HelpFound("front", "b", "e", "sam", "Sam", "available, 0 of 5"),
                        new NobodyThere("front", "b", "e", Role.LEAD));
        assertThat(sought).isEqualTo(after(queued("a", 1)));
    }

    @Test
    void only_the_last_ones_that_were_given_out_are_shown() {
        PublicDeskEvent[] many = new PublicDeskEvent[DeskView.MOST_PLACED + 2];
        for (int i = 0; i < many.length; i++) {
            many[i] = new ChatPlaced("front", "chat-" + i, "casey");
        }
        ObjectNode desk = after(many);
        assertThat(desk.withArray("placed")).hasSize(DeskView.MOST_PLACED);
        assertThat(desk.at("/placed/0/chatId").asString()).isEqualTo("chat-2");
    }

    @Test
    void a_member_is_there_once_as_last_noted() {
        AgentProfile casey =
                new AgentProfile("casey", "C", Role.CSR, "front", List.of(), List.of(), 2);
        ObjectNode desk =
                after(
                        new MemberNoted("front", casey, AgentStatus.OFFLINE, 0),
                        new MemberNoted("front", casey, AgentStatus.AVAILABLE, 1));
        assertThat(desk)
                .isEqualTo(
                        Happened.read(
                                """
                                {'deskId':'front','members':[{'agentId':'casey','name':'C',
                                 'held':1,'capacity':2,'status':'available'}]}
                                """));
    }

    @Test
    void it_says_whether_it_is_open_and_when_that_changes() {
        Instant nine = Instant.parse("2026-11-30T09:00:00Z");
        Instant five = Instant.parse("2026-11-30T17:00:00Z");
        ObjectNode night = after(new DeskClosed("front", nine));
        assertThat(night.path("open").asBoolean(true)).isFalse();
        assertThat(night.path("opensAt").asString()).isEqualTo(nine.toString());
        ObjectNode day = after(new DeskClosed("front", nine), new DeskOpened("front", five));
        assertThat(day.path("open").asBoolean(false)).isTrue();
        assertThat(day.path("closesAt").asString()).isEqualTo(five.toString());
        assertThat(day.has("opensAt")).isFalse();
    }
}
