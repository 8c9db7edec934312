package io.chatkeeper.contract;

/// A fact that one service tells the others. Wire names and fields are kept for ever; evolution
/// only adds.
public sealed interface PublicEvent
        permits PublicChatEvent,
                PublicSopEvent,
                PublicAgentEvent,
                PublicDeskEvent,
                PublicClockEvent,
                PublicNotesEvent {}
