package io.chatkeeper.contract;

/// A command that names its chat; the chat's id is the stream id.
sealed interface ToChat extends ChatCommand
        permits ChatCommand.OpenChat,
                ChatCommand.OpenAssist,
                ChatCommand.LinkAssist,
                ChatCommand.AssignChat,
                ChatCommand.GiveBackChat,
                ChatCommand.PostMessage,
                ChatCommand.LeaveChat,
                ChatCommand.TransferChat,
                ChatCommand.AcknowledgeTransfer,
                ChatCommand.DeclineTransfer,
                ChatCommand.WithdrawTransfer,
                ChatCommand.ReturnTransfer,
                ChatCommand.RecordNote,
                ChatCommand.EscalateChat,
                ChatCommand.TakeOverChat,
                ChatCommand.ProposeResolution,
                ChatCommand.AnswerResolution,
                ChatCommand.ResolveChat,
                ChatCommand.CloseChat,
                ChatCommand.ReopenChat,
                ChatCommand.RateChat,
                ChatCommand.VerifyCustomer,
                ChatCommand.GiveConductWarning,
                ChatCommand.ClassifyChat,
                ChatCommand.PromiseFollowUp,
                ChatCommand.CompleteFollowUp,
                ChatCommand.SendCustomerUpdate,
                ChatCommand.RequestApproval,
                ChatCommand.DecideApproval,
                ChatCommand.TakeAction,
                RecordCommand,
                TransferCommand,
                ActOnClock,
                LadderCommand {
    String chatId();

    @Override
    default String streamId() {
        return StreamId.chat(chatId());
    }
}
