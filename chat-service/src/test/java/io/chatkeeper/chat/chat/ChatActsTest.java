package io.chatkeeper.chat.chat;

import static io.chatkeeper.chat.chat.ChatScenes.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.chatkeeper.contract.ActOnClock;
import io.chatkeeper.contract.Actor;
import io.chatkeeper.contract.ChatActs;
import io.chatkeeper.contract.ChatCommand;
import io.chatkeeper.contract.ChatPart;
import io.chatkeeper.contract.ChatState;
import io.chatkeeper.contract.ClockAction;
import io.chatkeeper.contract.Decision;
import io.chatkeeper.contract.LadderCommand;
import io.chatkeeper.contract.NoteText;
import io.chatkeeper.contract.PersonalText;
import io.chatkeeper.contract.RecordCommand;
import io.chatkeeper.contract.Refused;
import io.chatkeeper.contract.ReviewVerdict;
import io.chatkeeper.contract.TransferCommand;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// The table of acts, both ways: what stands in it is legal, and nothing else is.
class ChatActsTest {
    private static final Set<String> ILLEGAL =
            Set.of("illegal-state", "not-yours", "unknown-chat", "not-routing");
    private static final Set<ChatState> WITH_CASEY =
            Set.of(
                    ChatState.ASSIGNED,
                    ChatState.ACTIVE,
                    ChatState.TRANSFERRING,
                    ChatState.RESOLVED,
                    ChatState.CLOSED);

    @ParameterizedTest(name = "{0} while {1} by {2}")
    @MethodSource("cells")
    void an_act_is_legal_exactly_when_the_table_says_so(
            ChatActs act, ChatState state, Actor actor) {
        boolean listed =
                act.states().contains(state)
                        && act.parts().stream().anyMatch(part -> plays(actor, part, state));

        assertThat(isLegal(act, state, actor)).isEqualTo(listed);
    }

    static Stream<Arguments> cells() {
        return Arrays.stream(ChatActs.values())
                .flatMap(act ->
                        Arrays.stream(ChatState.values())
                                .flatMap(state ->
                                        actors().map(actor -> Arguments.of(act, state, actor))));
    }

    private static final Set<Class<?>> OPENING =
            Set.of(ChatCommand.OpenChat.class, ChatCommand.OpenAssist.class);

    @Test
    void every_command_but_opening_and_waking_up_has_its_row() {
        Set<Class<?>> named = Set.copyOf(rows().values());
        List<Class<?>> commands =
                Stream.concat(
                                Stream.of(
                                                ChatCommand.class,
                                                LadderCommand.class,
                                                RecordCommand.class,
                                                TransferCommand.class)
                                        .flatMap(type -> Arrays.stream(type.getDeclaredClasses())),
                                Stream.of(ActOnClock.class))
                        .filter(type -> !OPENING.contains(type))
                        .<Class<?>>map(type -> type)
                        .toList();

        assertThat(named).containsExactlyInAnyOrderElementsOf(commands);
        assertThat(named).hasSize(ChatActs.values().length);
    }

    @Test
    void a_history_leads_to_every_state() {
        for (ChatState state : ChatState.values()) {
            assertThat(((Chat.Opened) chat().given(history(state)).state()).state())
                    .isEqualTo(state);
        }
    }

    private static Map<ChatActs, Class<?>> rows() {
        return Arrays.stream(ChatActs.values())
                .collect(
                        java.util.stream.Collectors.toMap(
                                act -> act, act -> (Class<?>) act.command()));
    }

    private static Stream<Actor> actors() {
        return Stream.of(VISITOR, STRANGER, CASEY, CAM, LEE, MORGAN, ROUTING);
    }

    /// The parts as the histories below give them away; written down here, not asked of the code.
    private static boolean plays(Actor actor, ChatPart part, ChatState state) {
        return switch (part) {
            case VISITOR -> actor.equals(VISITOR);
            case RESPONSIBLE -> actor.equals(CASEY) && WITH_CASEY.contains(state);
            case RECEIVER -> actor.equals(LEE) && state == ChatState.TRANSFERRING;
            case LEAD -> actor.equals(MORGAN);
            case OWNER -> actor.equals(CAM);
            // Nobody asks a lead in a customer's chat; AssistsTest has the others.
            case REQUESTER -> false;
            case SYSTEM -> actor.equals(ROUTING);
        };
    }

    private static List<ChatEvent> history(ChatState state) {
        return switch (state) {
            case WAITING -> List.of(opened());
            case ASSIGNED -> List.of(opened(), assigned());
            case ACTIVE -> served();
            case TRANSFERRING -> handed();
            case RESOLVED -> with(served(), resolved());
            case CLOSED -> with(served(), resolved(), closed());
        };
    }

    /// An assignment is awaited by a transfer that has no receiver yet. Cam owes a follow-up.
    private static List<ChatEvent> before(ChatActs act, ChatState state) {
        List<ChatEvent> history =
                act == ChatActs.ASSIGN && state == ChatState.TRANSFERRING
                        ? with(served(), requested())
                        : history(state);
        return with(
                history,
                new ChatEvent.FollowUpPromised(CHAT, "follow-up-1", text("Call"), "cam", null));
    }

    private static @Nullable String transferOf(ChatState state) {
        return state == ChatState.TRANSFERRING ? TRANSFER : null;
    }

    /// Refused for another reason than the table's is legal: the rules behind it have spoken.
    private static boolean isLegal(ChatActs act, ChatState state, Actor actor) {
        Chat chat = chat().given(before(act, state)).state();
        try {
            return ChatDecision.decide(
                            chat, command(act, state), new Decision(NOON, actor, "c"), SOPS)
                    .stream()
                    .noneMatch(ChatActsTest::refusesLegality);
        } catch (Refused refused) {
            return !ILLEGAL.contains(refused.refusal().code());
        }
    }

    /// Assignments and notes are refused in an event, because somebody else waits for the outcome.
    private static boolean refusesLegality(ChatEvent event) {
        return switch (event) {
            case ChatEvent.AssignmentRefused _ -> true;
            case ChatEvent.NoteRefused refused -> ILLEGAL.contains(refused.refusal().code());
            default -> false;
        };
    }

    private static ChatCommand command(ChatActs act, ChatState state) {
        PersonalText words = text("Customer asked for a lower rate. I checked and lowered it.");
        return switch (act) {
            case ASSIGN ->
                    new ChatCommand.AssignChat(
                            CHAT, "lou", "Lou", "loan-engineers", transferOf(state));
            case POST_MESSAGE -> post("Hello");
            case LEAVE -> new ChatCommand.LeaveChat(CHAT);
            case TRANSFER ->
                    new ChatCommand.TransferChat(CHAT, TRANSFER, "loan-engineers", null, words);
            case ACKNOWLEDGE_TRANSFER -> new ChatCommand.AcknowledgeTransfer(CHAT, TRANSFER);
            case DECLINE_TRANSFER -> new ChatCommand.DeclineTransfer(CHAT, TRANSFER, words);
            case WITHDRAW_TRANSFER -> new ChatCommand.WithdrawTransfer(CHAT, TRANSFER);
            case RETURN_TRANSFER -> new ChatCommand.ReturnTransfer(CHAT, TRANSFER, "full");
            case SEEK_FURTHER -> new TransferCommand.SeekFurther(CHAT, TRANSFER, "loan-engineers");
            case RECORD_NOTE ->
                    new ChatCommand.RecordNote(CHAT, "note-1", NoteText.free(words.plain()), null);
            case ESCALATE ->
                    new ChatCommand.EscalateChat(
                            CHAT, "escalation-1", "unresolved", words, null, null, null, null);
            case TAKE_OVER -> new ChatCommand.TakeOverChat(CHAT, "Morgan");
            case PROPOSE_RESOLUTION -> new ChatCommand.ProposeResolution(CHAT);
            case ANSWER_RESOLUTION -> new ChatCommand.AnswerResolution(CHAT, true, null, null);
            case RESOLVE -> new ChatCommand.ResolveChat(CHAT, words);
            case CLOSE -> new ChatCommand.CloseChat(CHAT);
            case GIVE_BACK -> new ChatCommand.GiveBackChat(CHAT, "casey");
            case ASK_FOR_HELP ->
                    new LadderCommand.AskForHelp(CHAT, "escalation-1", "leads", "sam", "Sam");
            case CLIMB_LADDER -> new LadderCommand.ClimbLadder(CHAT, "escalation-1", "leads");
            case HELP_ESCALATION ->
                    new LadderCommand.HelpEscalation(CHAT, "escalation-1", "Morgan");
            case RETURN_ESCALATION ->
                    new LadderCommand.ReturnEscalation(CHAT, "escalation-1", words, List.of());
            case REVIEW_ESCALATION ->
                    new LadderCommand.ReviewEscalation(
                            CHAT, "escalation-1", ReviewVerdict.WITHIN_POLICY, null);
            default -> afterwards(act, words);
        };
    }

    private static ChatCommand afterwards(ChatActs act, PersonalText words) {
        return switch (act) {
            case REOPEN -> new ChatCommand.ReopenChat(CHAT, words);
            case RATE -> new ChatCommand.RateChat(CHAT, 5, null);
            case VERIFY_CUSTOMER -> new ChatCommand.VerifyCustomer(CHAT, "call-back");
            case GIVE_CONDUCT_WARNING -> new ChatCommand.GiveConductWarning(CHAT, "warning-1");
            case CLASSIFY ->
                    new ChatCommand.ClassifyChat(
                            CHAT, "rates", List.of(), Map.of(), null, List.of());
            case PROMISE_FOLLOW_UP ->
                    new ChatCommand.PromiseFollowUp(CHAT, "follow-up-2", words, null, null);
            case COMPLETE_FOLLOW_UP -> new ChatCommand.CompleteFollowUp(CHAT, "follow-up-1", null);
            case SEND_CUSTOMER_UPDATE ->
                    new ChatCommand.SendCustomerUpdate(
                            CHAT, "update-1", "Casey", words, List.of(), null);
            case REQUEST_APPROVAL ->
                    new ChatCommand.RequestApproval(CHAT, "approval-1", "credit", words);
            case DECIDE_APPROVAL -> new ChatCommand.DecideApproval(CHAT, "approval-1", true, words);
            case REPORT_DELIVERY -> new RecordCommand.ReportDelivery(CHAT, "record-1", 1, null);
            case SEND_RECORD -> new RecordCommand.SendRecord(CHAT, "record-1");
            case ACT_ON_CLOCK ->
                    new ActOnClock(
                            CHAT,
                            "act-1",
                            "clock-1",
                            "reply",
                            null,
                            "warned",
                            new ClockAction.Notify("lead"));
            case LINK_ASSIST -> new ChatCommand.LinkAssist(CHAT, "chat-9", "CK-9", "casey");
            case TAKE_ACTION ->
                    new ChatCommand.TakeAction(
                            CHAT, "action-1", "credit", words, List.of(), null, List.of());
            default -> throw new IllegalStateException("no command for " + act);
        };
    }
}
