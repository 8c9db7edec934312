package io.chatkeeper.chat.chat;

import io.chatkeeper.contract.ActorKind;
import io.chatkeeper.contract.ChatState;
import java.time.Instant;

/// What each event does to the state of a chat. Corrupt history is a bug and stops the stream.
final class ChatHistory {
    private ChatHistory() {}

    static Chat evolve(Chat chat, ChatEvent event) {
        return switch (chat) {
            case Chat.Unopened _ when event instanceof ChatEvent.ChatOpened opened -> open(opened);
            case Chat.Unopened _ when event instanceof ChatEvent.AssignmentRefused -> chat;
            case Chat.Unopened _ when event instanceof ChatEvent.NoteRefused -> chat;
            case Chat.Unopened _ -> throw corrupt(event);
            case Chat.Opened open -> evolve(open, event);
        };
    }

    private static Chat open(ChatEvent.ChatOpened opened) {
        Chat.Identity identity =
                new Chat.Identity(
                        opened.chatId(),
                        opened.reference(),
                        opened.sop(),
                        opened.desk(),
                        opened.customer());
        return new Chat.Opened(identity, ChatState.WAITING, Chat.Service.NONE, Chat.Presence.NEW);
    }

    private static Chat evolve(Chat.Opened chat, ChatEvent event) {
        return switch (event) {
            case ChatEvent.ChatOpened _ -> throw corrupt(event);
            case ChatEvent.ChatAssigned assigned -> assign(chat, assigned);
            case ChatEvent.MessagePosted posted -> post(chat, posted);
            case ChatEvent.VisitorLeft _ -> chat.visitorWent();
            case ChatEvent.TransferRequested transfer -> hand(chat, transfer);
            case ChatEvent.TransferAcknowledged taken ->
                    handedTo(
                            chat,
                            new Chat.Serving(taken.agentId(), taken.agentName(), taken.desk()));
            case ChatEvent.TransferDeclined _,
                    ChatEvent.TransferWithdrawn _,
                    ChatEvent.TransferReturned _ ->
                    chat.handing(null).in(ChatState.ACTIVE);
            case ChatEvent.ChatNoted noted ->
                    chat.isServedBy(noted.author()) ? chat.withNote() : chat;
            case ChatEvent.ChatTakenOver taken ->
                    handedTo(
                            chat,
                            new Chat.Serving(taken.agentId(), taken.agentName(), taken.desk()));
            case ChatEvent.ResolutionProposed proposed ->
                    chat.proposing(new Chat.Proposal(proposed.answeredAt(), Chat.Answer.OPEN));
            case ChatEvent.ResolutionConfirmed _ ->
                    chat.visitorSpoke()
                            .proposing(new Chat.Proposal(Instant.EPOCH, Chat.Answer.CONFIRMED));
            case ChatEvent.ResolutionRefused _ -> chat.visitorSpoke().proposing(null);
            case ChatEvent.ChatResolved _ -> chat.in(ChatState.RESOLVED);
            case ChatEvent.ChatClosed _ -> chat.in(ChatState.CLOSED);
            case ChatEvent.ChatEscalated _,
                    ChatEvent.NoteRefused _,
                    ChatEvent.AssignmentRefused _ ->
                    chat;
        };
    }

    private static Chat.Opened assign(Chat.Opened chat, ChatEvent.ChatAssigned assigned) {
        Chat.Serving agent =
                new Chat.Serving(assigned.agentId(), assigned.agentName(), assigned.desk());
        if (assigned.transferId() == null) {
            return chat.servedBy(agent).in(ChatState.ASSIGNED);
        }
        Chat.Handover handover = chat.handover();
        if (handover == null || !handover.transferId().equals(assigned.transferId())) {
            throw corrupt(assigned);
        }
        return chat.handing(
                new Chat.Handover(
                        handover.transferId(), handover.toDesk(), handover.toAgent(), agent));
    }

    private static Chat.Opened hand(Chat.Opened chat, ChatEvent.TransferRequested transfer) {
        Chat.Handover handover =
                new Chat.Handover(
                        transfer.transferId(), transfer.toDesk(), transfer.toAgent(), null);
        return chat.in(ChatState.TRANSFERRING).proposing(null).handing(handover);
    }

    private static Chat.Opened handedTo(Chat.Opened chat, Chat.Serving next) {
        return chat.servedBy(next).in(ChatState.ACTIVE).afterHandover();
    }

    private static Chat.Opened post(Chat.Opened chat, ChatEvent.MessagePosted posted) {
        if (posted.author().kind() == ActorKind.VISITOR) {
            Chat.Opened spoken = chat.visitorSpoke();
            if (chat.state() == ChatState.RESOLVED) {
                return spoken.proposing(null).in(ChatState.ACTIVE);
            }
            Chat.Proposal asked = chat.proposal();
            return asked != null && asked.answer() == Chat.Answer.OPEN
                    ? spoken.proposing(new Chat.Proposal(asked.answeredAt(), Chat.Answer.TALKING))
                    : spoken;
        }
        if (posted.author().kind() == ActorKind.SYSTEM) {
            return chat;
        }
        Chat.Opened spoken = chat.agentSpoke(posted.idleAt());
        return chat.state() == ChatState.ASSIGNED ? spoken.in(ChatState.ACTIVE) : spoken;
    }

    private static IllegalStateException corrupt(ChatEvent event) {
        return new IllegalStateException(
                "history is corrupt at " + event.getClass().getSimpleName());
    }
}
