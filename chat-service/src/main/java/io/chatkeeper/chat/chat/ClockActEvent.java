package io.chatkeeper.chat.chat;

import io.chatkeeper.contract.Wants;
import org.jspecify.annotations.Nullable;

/// Everything that can have been done because of a clock. Stored for ever: add cases, never rename
/// one.
public sealed interface ClockActEvent extends ChatEvent.OfClockAct {
    String actId();

    String clockId();

    String clock();

    String stage();

    /// @param target as the procedure says it: `receiver`, `responsible`, `desk` or `lead`
    /// @param agentId who that is, where it is one person
    /// @param desk whose people that is, otherwise
    record PeopleNotified(
            String chatId,
            String actId,
            String clockId,
            String clock,
            @Nullable String transferId,
            String stage,
            String target,
            @Nullable String agentId,
            @Nullable String desk)
            implements ClockActEvent {}

    /// The customer was told something in the procedure's words; the message comes with it.
    record CustomerInformed(
            String chatId,
            String actId,
            String clockId,
            String clock,
            @Nullable String transferId,
            String stage,
            String messageId)
            implements ClockActEvent {}

    /// The transfer goes on without the receiver who did not take it.
    ///
    /// @param receiver for whom a slot was held
    /// @param toDesk in whose line it stands now
    record TransferReassigned(
            String chatId,
            String actId,
            String clockId,
            String clock,
            String transferId,
            String stage,
            String receiver,
            String toDesk,
            @Nullable Wants wants)
            implements ClockActEvent {}
}
