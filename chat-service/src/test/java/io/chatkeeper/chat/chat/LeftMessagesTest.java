package io.chatkeeper.chat.chat;

import static io.chatkeeper.chat.chat.ChatScenes.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.chatkeeper.chat.chat.ChatEvent.*;
import io.chatkeeper.contract.ActorKind;
import io.chatkeeper.contract.Author;
import io.chatkeeper.contract.ChatCommand;
import io.chatkeeper.contract.ChatCommand.*;
import io.chatkeeper.contract.ChatState;
import io.chatkeeper.contract.Customer;
import io.chatkeeper.contract.PersonalText;
import io.chatkeeper.contract.SopRef;
import io.chatkeeper.sop.SopReader;
import io.chatkeeper.sop.SopRegister;
import io.chatkeeper.testkit.DecisionSpec;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Chats that come to a desk outside its hours. The office works on Mondays from 9 to 17, the night
/// desk always; a Monday's morning is at hand.
class LeftMessagesTest {
    private static final String SOP =
            """
            sop: hours
            version: 1
            title: Desks with hours
            review: {last: 2026-11-01, next: 2027-05-01, approvedBy: {name: Ann Lee, title: Head}}
            calendars:
              office: {zone: UTC, hours: {mon: ["09:00-17:00"]}}
              always: {zone: UTC, hours: always}
            desks:
              office:
                role: csr
                calendar: office
                entry: true
                closed: {leaveMessage: {followUp: PT2H, text: "Back {opens}, answered by {time}."}}
              night: {role: csr, calendar: always}
              backoffice: {role: specialist, calendar: office, closed: {elsewhere: night}}
              vault: {role: specialist, calendar: office, closed: {leaveMessage: {followUp: PT1H}}}
            """;
    private static final SopRef REF = new SopRef("hours", 1);
    private static final Instant EARLY = Instant.parse("2026-11-30T07:00:00Z");
    private static final Instant OPENS = Instant.parse("2026-11-30T09:00:00Z");
    private static final Instant ANSWER = Instant.parse("2026-11-30T11:00:00Z");
    private static final String LEFT = LeftMessages.FOLLOW_UP + DecisionSpec.COMMAND_ID;
    private static final PersonalText WHAT =
            PersonalText.of("Answer what the customer wrote while the desk was closed.");
    private static final SopRegister SOPS = new SopRegister();

    static {
        SOPS.add(SopReader.read(SOP));
    }

    private static DecisionSpec<Chat, ChatCommand, ChatEvent> hours() {
        return new DecisionSpec<>(
                new Chat.Unopened(),
                Chat::evolve,
                (state, command, by) -> ChatDecision.decide(state, command, by, SOPS));
    }

    private static OpenChat open() {
        return new OpenChat(
                CHAT, "CK-1", "site", "hours", Customer.unknown(), null, words("Help"), Map.of());
    }

    private static TransferChat transfer(String desk) {
        return new TransferChat(CHAT, TRANSFER, desk, null, words("Asks for the papers of May"));
    }

    private static PersonalText words(String text) {
        return PersonalText.of(text);
    }

    private static ChatOpened openedAt(String desk) {
        return new ChatOpened(CHAT, "CK-1", "site", REF, desk, Customer.unknown(), null, Map.of());
    }

    private static MessagePosted told(String text) {
        return new MessagePosted(
                CHAT,
                "message-closed-" + DecisionSpec.COMMAND_ID,
                null,
                new Author(ActorKind.SYSTEM, null, null),
                words(text),
                null);
    }

    private static FollowUpPromised promised(String owner) {
        return new FollowUpPromised(CHAT, LEFT, WHAT, owner, ANSWER);
    }

    /// A message was left at the office.
    private static List<ChatEvent> left(ChatEvent... more) {
        return with(
                with(
                        List.of(
                                openedAt("office"),
                                new HoursEvent.DeskFoundClosed(
                                        CHAT, "office", "office", OPENS, null, LEFT)),
                        promised(null)),
                more);
    }

    private static ChatAssigned casey() {
        return new ChatAssigned(CHAT, "casey", "Casey", "office", null);
    }

    private static List<ChatEvent> servedAtNight() {
        return List.of(
                openedAt("night"),
                new ChatAssigned(CHAT, "casey", "Casey", "night", null),
                said("casey", "Hello."));
    }

    @Test
    void at_a_closed_desk_the_customer_is_told_when_it_opens_and_is_owed_an_answer() {
        List<ChatEvent> events = hours().given().when(open()).by(VISITOR).at(EARLY).events();
        assertThat(events).hasSize(5);
        assertThat(events.getFirst()).isEqualTo(openedAt("office"));
        assertThat(events.subList(2, 5))
                .containsExactly(
                        new HoursEvent.DeskFoundClosed(CHAT, "office", "office", OPENS, null, LEFT),
                        told(
                                "Back Monday 30 November, 09:00 (UTC), answered by Monday 30"
                                        + " November, 11:00 (UTC)."),
                        promised(null));
    }

    @Test
    void at_an_open_desk_nothing_is_left() {
        assertThat(hours().given().when(open()).by(VISITOR).at(OPENS).events()).hasSize(2);
    }

    @Test
    void whoever_gets_the_message_owes_the_answer_and_a_word_is_the_answer() {
        var assign = new AssignChat(CHAT, "casey", "Casey", "office", null);
        hours().given(left()).when(assign).by(ROUTING).at(OPENS).then(casey(), promised("casey"));
        var hello = new PostMessage(CHAT, "m2", null, words("Here I am."), List.of());
        var events =
                hours().given(left(casey(), promised("casey")))
                        .when(hello)
                        .by(CASEY)
                        .at(OPENS)
                        .events();
        assertThat(events.getLast()).isEqualTo(new FollowUpCompleted(CHAT, LEFT, "casey", null));
    }

    @Test
    void a_visitor_who_goes_leaves_the_message_and_a_word_to_nobody_is_no_answer() {
        var gone = new VisitorLeft(CHAT, "left");
        hours().given(left()).when(new LeaveChat(CHAT)).by(VISITOR).at(EARLY).then(gone);
        var hello = new PostMessage(CHAT, "m2", null, words("Here I am."), List.of());
        assertThat(
                        hours().given(left(gone, casey(), promised("casey")))
                                .when(hello)
                                .by(CASEY)
                                .at(OPENS)
                                .events())
                .hasSize(1);
    }

    @Test
    void a_transfer_to_a_closed_desk_goes_to_the_other_one() {
        var events =
                hours().given(servedAtNight())
                        .when(transfer("backoffice"))
                        .by(CASEY)
                        .at(EARLY)
                        .events();
        assertThat(events).hasSize(2);
        assertThat(((TransferRequested) events.getFirst()).toDesk()).isEqualTo("night");
        assertThat(events.getLast())
                .isEqualTo(
                        new HoursEvent.DeskFoundClosed(
                                CHAT, "backoffice", "night", null, TRANSFER, null));
    }

    @Test
    void a_transfer_that_waits_for_an_opening_stays_with_its_sender() {
        var events =
                hours().given(servedAtNight()).when(transfer("vault")).by(CASEY).at(EARLY).events();
        assertThat(events).hasSize(4);
        assertThat(events.getLast())
                .isInstanceOfSatisfying(
                        FollowUpPromised.class,
                        promise -> assertThat(promise.owner()).isEqualTo("casey"));
        var state = (Chat.Opened) hours().given(with(servedAtNight(), array(events))).state();
        assertThat(state.isServedBy("casey")).isTrue();
        assertThat(state.waitingAt()).isEqualTo("vault");
    }

    @Test
    void a_chat_that_is_given_back_at_night_is_told_of_it_once() {
        var lost = new GiveBackChat(CHAT, "casey");
        List<ChatEvent> served = List.of(openedAt("office"), casey(), said("casey", "Hello."));
        var events = hours().given(served).when(lost).by(ROUTING).at(EARLY).events();
        assertThat(events).hasSize(4).contains(promised(null));
        var again = left(casey());
        assertThat(hours().given(again).when(lost).by(ROUTING).at(EARLY).events())
                .containsExactly(
                        new ChatGivenBack(CHAT, "casey", "office"),
                        new HoursEvent.DeskFoundClosed(
                                CHAT, "office", "office", OPENS, null, null));
    }

    @Test
    void a_chat_that_is_reopened_at_night_waits_for_the_desk() {
        List<ChatEvent> closed =
                with(left(), new ChatClosed(CHAT, null, null, "office", "abandoned"));
        var state =
                (Chat.Opened)
                        hours().given(
                                        with(
                                                closed,
                                                array(
                                                        hours().given(closed)
                                                                .when(
                                                                        new ReopenChat(
                                                                                CHAT,
                                                                                words("Again")))
                                                                .by(MORGAN)
                                                                .at(EARLY)
                                                                .events())))
                                .state();
        assertThat(state.state()).isEqualTo(ChatState.WAITING);
        assertThat(state.waitingAt()).isEqualTo("office");
    }

    private static ChatEvent[] array(List<? extends ChatEvent> events) {
        return events.toArray(ChatEvent[]::new);
    }
}
