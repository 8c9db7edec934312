package io.chatkeeper.contract;

import static io.chatkeeper.contract.ChatPart.*;
import static io.chatkeeper.contract.ChatState.*;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// Which act on a chat is legal in which state, and for whom: the one table that the chat's
/// decision obeys and that `GET /chat-states` shows, so that a console needs no rules of its own.
public enum ChatActs {
    ASSIGN(ChatCommand.AssignChat.class, EnumSet.of(WAITING, TRANSFERRING), EnumSet.of(SYSTEM)),
    GIVE_BACK(
            ChatCommand.GiveBackChat.class,
            EnumSet.of(ASSIGNED, ACTIVE, TRANSFERRING),
            EnumSet.of(SYSTEM)),
    POST_MESSAGE(
            ChatCommand.PostMessage.class,
            EnumSet.of(WAITING, ASSIGNED, ACTIVE, TRANSFERRING, RESOLVED),
            EnumSet.of(VISITOR, RESPONSIBLE, REQUESTER)),
    LEAVE(
            ChatCommand.LeaveChat.class,
            EnumSet.of(WAITING, ASSIGNED, ACTIVE, TRANSFERRING, RESOLVED),
            EnumSet.of(VISITOR, REQUESTER)),
    TRANSFER(
            ChatCommand.TransferChat.class,
            EnumSet.of(ASSIGNED, ACTIVE),
            EnumSet.of(RESPONSIBLE, LEAD)),
    ACKNOWLEDGE_TRANSFER(
            ChatCommand.AcknowledgeTransfer.class, EnumSet.of(TRANSFERRING), EnumSet.of(RECEIVER)),
    DECLINE_TRANSFER(
            ChatCommand.DeclineTransfer.class, EnumSet.of(TRANSFERRING), EnumSet.of(RECEIVER)),
    WITHDRAW_TRANSFER(
            ChatCommand.WithdrawTransfer.class,
            EnumSet.of(TRANSFERRING),
            EnumSet.of(RESPONSIBLE, LEAD)),
    RETURN_TRANSFER(ChatCommand.ReturnTransfer.class, EnumSet.of(TRANSFERRING), EnumSet.of(SYSTEM)),
    SEEK_FURTHER(TransferCommand.SeekFurther.class, EnumSet.of(TRANSFERRING), EnumSet.of(SYSTEM)),
    RECORD_NOTE(
            ChatCommand.RecordNote.class,
            EnumSet.of(ASSIGNED, ACTIVE, TRANSFERRING, RESOLVED),
            EnumSet.of(RESPONSIBLE, RECEIVER, LEAD)),
    ESCALATE(
            ChatCommand.EscalateChat.class,
            EnumSet.of(WAITING, ASSIGNED, ACTIVE, TRANSFERRING),
            EnumSet.of(RESPONSIBLE, RECEIVER, LEAD, SYSTEM)),
    TAKE_OVER(
            ChatCommand.TakeOverChat.class,
            EnumSet.of(WAITING, ASSIGNED, ACTIVE, TRANSFERRING, RESOLVED),
            EnumSet.of(LEAD)),
    ASK_FOR_HELP(
            LadderCommand.AskForHelp.class,
            EnumSet.of(WAITING, ASSIGNED, ACTIVE, TRANSFERRING, RESOLVED),
            EnumSet.of(SYSTEM)),
    CLIMB_LADDER(
            LadderCommand.ClimbLadder.class,
            EnumSet.of(WAITING, ASSIGNED, ACTIVE, TRANSFERRING, RESOLVED),
            EnumSet.of(SYSTEM)),
    HELP_ESCALATION(
            LadderCommand.HelpEscalation.class,
            EnumSet.of(WAITING, ASSIGNED, ACTIVE, TRANSFERRING, RESOLVED),
            EnumSet.of(LEAD)),
    RETURN_ESCALATION(
            LadderCommand.ReturnEscalation.class,
            EnumSet.of(WAITING, ASSIGNED, ACTIVE, TRANSFERRING, RESOLVED),
            EnumSet.of(LEAD)),
    REVIEW_ESCALATION(
            LadderCommand.ReviewEscalation.class, EnumSet.allOf(ChatState.class), EnumSet.of(LEAD)),
    PROPOSE_RESOLUTION(
            ChatCommand.ProposeResolution.class, EnumSet.of(ACTIVE), EnumSet.of(RESPONSIBLE)),
    ANSWER_RESOLUTION(
            ChatCommand.AnswerResolution.class, EnumSet.of(ACTIVE), EnumSet.of(VISITOR, REQUESTER)),
    RESOLVE(ChatCommand.ResolveChat.class, EnumSet.of(ACTIVE), EnumSet.of(RESPONSIBLE)),
    CLOSE(ChatCommand.CloseChat.class, EnumSet.of(RESOLVED), EnumSet.of(RESPONSIBLE)),
    REOPEN(
            ChatCommand.ReopenChat.class,
            EnumSet.of(RESOLVED, CLOSED),
            EnumSet.of(RESPONSIBLE, LEAD)),
    RATE(ChatCommand.RateChat.class, EnumSet.of(RESOLVED, CLOSED), EnumSet.of(VISITOR)),
    VERIFY_CUSTOMER(
            ChatCommand.VerifyCustomer.class,
            EnumSet.of(ASSIGNED, ACTIVE, TRANSFERRING, RESOLVED),
            EnumSet.of(RESPONSIBLE)),
    GIVE_CONDUCT_WARNING(
            ChatCommand.GiveConductWarning.class,
            EnumSet.of(ASSIGNED, ACTIVE, TRANSFERRING),
            EnumSet.of(RESPONSIBLE)),
    CLASSIFY(
            ChatCommand.ClassifyChat.class,
            EnumSet.of(ASSIGNED, ACTIVE, TRANSFERRING, RESOLVED),
            EnumSet.of(RESPONSIBLE, LEAD)),
    PROMISE_FOLLOW_UP(
            ChatCommand.PromiseFollowUp.class,
            EnumSet.of(ASSIGNED, ACTIVE, TRANSFERRING, RESOLVED),
            EnumSet.of(RESPONSIBLE, LEAD)),
    COMPLETE_FOLLOW_UP(
            ChatCommand.CompleteFollowUp.class,
            EnumSet.allOf(ChatState.class),
            EnumSet.of(RESPONSIBLE, LEAD, OWNER)),
    SEND_CUSTOMER_UPDATE(
            ChatCommand.SendCustomerUpdate.class,
            EnumSet.of(WAITING, ASSIGNED, ACTIVE, TRANSFERRING, RESOLVED),
            EnumSet.of(RESPONSIBLE, RECEIVER, LEAD)),
    REQUEST_APPROVAL(
            ChatCommand.RequestApproval.class,
            EnumSet.of(ASSIGNED, ACTIVE, TRANSFERRING),
            EnumSet.of(RESPONSIBLE)),
    DECIDE_APPROVAL(
            ChatCommand.DecideApproval.class,
            EnumSet.of(WAITING, ASSIGNED, ACTIVE, TRANSFERRING, RESOLVED),
            EnumSet.of(LEAD)),
    TAKE_ACTION(
            ChatCommand.TakeAction.class,
            EnumSet.of(ASSIGNED, ACTIVE, TRANSFERRING, RESOLVED),
            EnumSet.of(RESPONSIBLE, LEAD)),
    LINK_ASSIST(ChatCommand.LinkAssist.class, EnumSet.allOf(ChatState.class), EnumSet.of(SYSTEM)),
    REPORT_DELIVERY(
            RecordCommand.ReportDelivery.class, EnumSet.allOf(ChatState.class), EnumSet.of(SYSTEM)),
    SEND_RECORD(RecordCommand.SendRecord.class, EnumSet.allOf(ChatState.class), EnumSet.of(LEAD)),
    ACT_ON_CLOCK(ActOnClock.class, EnumSet.allOf(ChatState.class), EnumSet.of(SYSTEM));

    private final Class<? extends ChatCommand> command;
    private final Set<ChatState> states;
    private final Set<ChatPart> parts;

    ChatActs(Class<? extends ChatCommand> command, Set<ChatState> states, Set<ChatPart> parts) {
        this.command = command;
        this.states = states;
        this.parts = parts;
    }

    /// The command this row is about.
    public Class<? extends ChatCommand> command() {
        return command;
    }

    /// How the act is called outside, such as `post-message`.
    public String word() {
        return wordOf(command);
    }

    /// How the act that a command asks for is called outside.
    public static String wordOf(Class<? extends Command> command) {
        String[] parts = WireNames.of(command).split("\\.");
        return parts[parts.length - 2];
    }

    /// The states in which the act is legal.
    public Set<ChatState> states() {
        return states;
    }

    /// Who may act, by the part they play in this chat.
    public Set<ChatPart> parts() {
        return parts;
    }

    /// The row of a command; opening a chat and waking it up have none, they are always legal.
    public static List<ChatActs> rowsOf(ChatCommand sent) {
        return java.util.Arrays.stream(values())
                .filter(row -> row.command.isInstance(sent))
                .toList();
    }
}
