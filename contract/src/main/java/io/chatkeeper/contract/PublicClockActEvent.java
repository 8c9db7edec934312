package io.chatkeeper.contract;

import org.jspecify.annotations.Nullable;

/// What was done because a clock warned or breached, as everybody else learns it. Each names the
/// clock, and the transfer that is about.
public sealed interface PublicClockActEvent extends PublicChatEvent.OfClockAct {
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
            implements PublicClockActEvent {}

    /// The customer was told something in the procedure's words; the message comes with it.
    record CustomerInformed(
            String chatId,
            String actId,
            String clockId,
            String clock,
            @Nullable String transferId,
            String stage,
            String messageId)
            implements PublicClockActEvent {}

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
            implements PublicClockActEvent {}
}
