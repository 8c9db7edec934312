package io.chatkeeper.gateway.config;

import io.chatkeeper.chat.rehearsal.Tales.Tale;
import io.chatkeeper.contract.ActOnClock;
import io.chatkeeper.contract.ChatCommand;
import io.chatkeeper.contract.ChatCommand.*;
import io.chatkeeper.contract.LadderCommand.*;
import io.chatkeeper.contract.RecordCommand.*;
import io.chatkeeper.contract.TransferCommand.SeekFurther;
import io.chatkeeper.contract.WakeUp;
import io.chatkeeper.gateway.config.Matrix.Way;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Why a way can't carry a command, or a command meets no rule.
final class MatrixReasons {
    /// Commands that no rule of a procedure looks at.
    static final Map<Class<? extends ChatCommand>, String> RULELESS =
            Map.ofEntries(
                    Map.entry(OpenChat.class, "a visitor's: whoever comes is let in"),
                    Map.entry(ActOnClock.class, "the system's: does what a clock's rule says"),
                    Map.entry(LinkAssist.class, "the system's: records what another chat tells"),
                    Map.entry(AssignChat.class, "routing's: a stale one is refused by an event"),
                    Map.entry(GiveBackChat.class, "routing's: nobody sees the agent any more"),
                    Map.entry(LeaveChat.class, "the visitor may always go"),
                    Map.entry(AnswerResolution.class, "the visitor's own answer"),
                    Map.entry(RateChat.class, "the visitor's own answer"),
                    Map.entry(AcknowledgeTransfer.class, "a matter of state and part"),
                    Map.entry(DeclineTransfer.class, "a matter of state and part"),
                    Map.entry(WithdrawTransfer.class, "a matter of state and part"),
                    Map.entry(ReturnTransfer.class, "routing's answer"),
                    Map.entry(SeekFurther.class, "routing's answer"),
                    Map.entry(ProposeResolution.class, "a matter of state and part"),
                    Map.entry(ReopenChat.class, "a matter of state and part"),
                    Map.entry(CompleteFollowUp.class, "a matter of part"),
                    Map.entry(DecideApproval.class, "a matter of role"),
                    Map.entry(AskForHelp.class, "routing's: who is there"),
                    Map.entry(ClimbLadder.class, "routing's: that nobody is there"),
                    Map.entry(HelpEscalation.class, "a matter of state, part and rung"),
                    Map.entry(ReviewEscalation.class, "a matter of part"),
                    Map.entry(ReportDelivery.class, "the system's: how an attempt went"),
                    Map.entry(SendRecord.class, "a matter of role and state"),
                    Map.entry(WakeUp.class, "carries no act; it is a way of its own here"));

    /// Commands whose rules are those of another command, which is in the matrix.
    static final Map<Class<? extends ChatCommand>, String> ELSEWHERE =
            Map.of(ReturnEscalation.class, "judged as the transfer it asks for (Transfers)");

    private MatrixReasons() {}

    /// Null if the way carries the command.
    static @Nullable String against(Tale tale, Way way) {
        RestCall call = RestCall.of(tale.when().command());
        return switch (way) {
            case KAFKA, POLICY, WAKE_UP, REST -> null;
            case BULK -> call != null && call.bulk() == null ? "not an act for many chats" : null;
            case REOPENED -> tale.given().isEmpty() ? "the command opens the chat" : null;
        };
    }
}
