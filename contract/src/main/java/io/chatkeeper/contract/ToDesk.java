package io.chatkeeper.contract;

/// A command that names its desk.
sealed interface ToDesk extends DeskCommand
        permits DeskCommand.QueueChat,
                DeskCommand.NoteMember,
                DeskCommand.ConfirmPlacement,
                DeskCommand.RejectPlacement,
                DeskCommand.AwaitAnswer,
                DeskCommand.ClaimChat,
                DeskCommand.LeaveLine,
                DeskCommand.SeekHelp {
    String deskId();

    @Override
    default String streamId() {
        return StreamId.desk(deskId());
    }
}
