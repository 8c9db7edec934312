package io.chatkeeper.contract;

/// A command that names its chat; the chat's id is the stream id.
sealed interface ToChat extends ChatCommand
        permits ChatCommand.OpenChat,
                ChatCommand.AssignChat,
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
                ChatCommand.CloseChat {
    String chatId();

    @Override
    default String streamId() {
        return StreamId.chat(chatId());
    }
}
