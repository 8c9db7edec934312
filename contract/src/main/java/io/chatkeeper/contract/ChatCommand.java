package io.chatkeeper.contract;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a chat can be asked to do. Which of these is legal in which state, and for whom, is the
/// table [ChatActs].
public sealed interface ChatCommand extends Command permits ToChat, WakeUp {
    /// A visitor opens a chat on a site; its first message comes along where there is one.
    record OpenChat(
            String chatId,
            String reference,
            String site,
            String sopId,
            Customer customer,
            @Nullable String topic,
            @Nullable PersonalText message,
            Map<String, PersonalText> fields)
            implements ToChat {}

    /// Routing has found an agent, for the waiting chat or for the named transfer.
    record AssignChat(
            String chatId,
            String agentId,
            String agentName,
            String desk,
            @Nullable String transferId)
            implements ToChat {}

    /// A message of the visitor or of the responsible agent.
    record PostMessage(
            String chatId,
            String messageId,
            @Nullable String clientMessageId,
            PersonalText text,
            List<RuleOverride> overrides)
            implements ToChat {}

    /// The visitor ends the chat on their side.
    record LeaveChat(String chatId) implements ToChat {}

    /// Hands the chat over with context (R41, R42); exactly one of desk and agent is named.
    record TransferChat(
            String chatId,
            String transferId,
            @Nullable String toDesk,
            @Nullable String toAgent,
            PersonalText context)
            implements ToChat {}

    /// The receiver takes the transfer (R44).
    record AcknowledgeTransfer(String chatId, String transferId) implements ToChat {}

    /// The receiver does not take the transfer and says why.
    record DeclineTransfer(String chatId, String transferId, PersonalText reason)
            implements ToChat {}

    /// The sender takes the transfer back.
    record WithdrawTransfer(String chatId, String transferId) implements ToChat {}

    /// Routing found nobody for the transfer (R47).
    record ReturnTransfer(String chatId, String transferId, String reason) implements ToChat {}

    /// A note that passed its check is to be recorded (R51, R61). Only its hash stays in the chat.
    record RecordNote(String chatId, String noteId, NoteText note) implements ToChat {}

    /// Goes up the ladder and tells the customer who will answer by when (R88-R96).
    record EscalateChat(
            String chatId,
            String escalationId,
            String trigger,
            PersonalText detail,
            @Nullable Role to,
            @Nullable Duration timeline,
            @Nullable PersonalText contact,
            @Nullable String transferId)
            implements ToChat {}

    /// A lead, supervisor or manager becomes responsible (R100).
    record TakeOverChat(String chatId, String agentName) implements ToChat {}

    /// The responsible agent asks whether the customer's issue is resolved (R38).
    record ProposeResolution(String chatId) implements ToChat {}

    /// The visitor answers the proposal, with 1 to 5 points if they like (R124).
    record AnswerResolution(
            String chatId,
            boolean resolved,
            @Nullable Integer score,
            @Nullable PersonalText comment)
            implements ToChat {}

    /// The responsible agent declares the issue resolved and sums up (R123).
    record ResolveChat(String chatId, PersonalText summary) implements ToChat {}

    /// The responsible agent closes the chat (R127).
    record CloseChat(String chatId) implements ToChat {}
}
