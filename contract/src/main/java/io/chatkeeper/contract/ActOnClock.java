package io.chatkeeper.contract;

import org.jspecify.annotations.Nullable;

/// The procedure wants something done because a clock warned, breached or was broken for longer.
///
/// @param actId of this act; what follows from it names it
/// @param transferId the transfer the clock is about; a stale one is ignored (P7)
/// @param stage `warned`, `breached` or `repeated`
/// @param action anything but an escalation, which is a command of its own
public record ActOnClock(
        String chatId,
        String actId,
        String clockId,
        String clock,
        @Nullable String transferId,
        String stage,
        ClockAction action)
        implements ToChat {}
