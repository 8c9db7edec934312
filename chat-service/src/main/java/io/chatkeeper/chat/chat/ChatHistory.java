package io.chatkeeper.chat.chat;

import io.chatkeeper.contract.ChatState;
import io.chatkeeper.contract.Wants;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

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
                        opened.customer(),
                        opened.assist());
        return new Chat.Opened(
                identity,
                ChatState.WAITING,
                Chat.Service.NONE,
                Chat.Presence.NEW,
                Standing.of(opened.customer().verified()),
                Duties.NONE);
    }

    private static Chat evolve(Chat.Opened chat, ChatEvent event) {
        return switch (event) {
            case ChatEvent.ChatOpened _ -> throw corrupt(event);
            case ChatEvent.ChatAssigned assigned -> assign(chat, assigned);
            case ChatEvent.MessagePosted posted -> post(chat, posted);
            case ChatEvent.ChatGivenBack back -> inLine(chat, back.desk());
            case ChatEvent.VisitorLeft _ -> chat.with(chat.presence().visitorWent());
            case ChatEvent.TransferRequested transfer -> hand(chat, transfer);
            case ChatEvent.TransferAcknowledged taken ->
                    handedTo(chat, taken.agentId(), taken.agentName(), taken.desk());
            case ChatEvent.TransferDeclined _,
                    ChatEvent.TransferWithdrawn _,
                    ChatEvent.TransferReturned _ ->
                    chat.with(chat.service().handing(null)).in(ChatState.ACTIVE);
            case ChatEvent.ChatNoted noted ->
                    chat.isServedBy(noted.author()) ? chat.with(chat.service().withNote()) : chat;
            case ChatEvent.ChatTakenOver taken -> takeOver(chat, taken);
            case ChatEvent.ResolutionProposed proposed ->
                    proposing(chat, new Chat.Proposal(proposed.answeredAt(), Chat.Answer.OPEN));
            case ChatEvent.ResolutionConfirmed _ ->
                    proposing(
                            visitorSpoke(chat),
                            new Chat.Proposal(Instant.EPOCH, Chat.Answer.CONFIRMED));
            case ChatEvent.ResolutionRefused _ -> proposing(visitorSpoke(chat), null);
            case ChatEvent.ChatResolved _ -> resolve(chat);
            case ChatEvent.ChatClosed _ -> chat.in(ChatState.CLOSED);
            case ChatEvent.ChatReopened reopened -> reopen(chat, reopened);
            case ChatEvent.ChatEscalated escalated -> LadderHistory.escalated(chat, escalated);
            case ClockActEvent.TransferReassigned again -> reassign(chat, again);
            case ClockActEvent.PeopleNotified _, ClockActEvent.CustomerInformed _ -> chat;
            case ChatEvent.OfLadder helped -> LadderHistory.evolve(chat, helped);
            case ChatEvent.OfCase known -> CaseHistory.evolve(chat, known);
            case ChatEvent.OfApproval asked -> chat.with(CaseHistory.evolve(chat.duties(), asked));
            case AssistEvent helped -> assist(chat, helped);
            case HoursEvent _ -> chat;
            case TransferEvent.TransferMovedOn on -> lookingAt(chat, on.toDesk());
            case RecordEvent written -> chat.with(CaseHistory.evolve(chat.duties(), written));
            case ChatEvent.OfRule _, ChatEvent.NoteRefused _, ChatEvent.AssignmentRefused _ -> chat;
        };
    }

    private static Chat.Opened assign(Chat.Opened chat, ChatEvent.ChatAssigned assigned) {
        Chat.Serving agent =
                new Chat.Serving(assigned.agentId(), assigned.agentName(), assigned.desk());
        if (assigned.transferId() == null) {
            return chat.with(chat.service().by(agent)).in(ChatState.ASSIGNED);
        }
        Chat.Handover handover = chat.handover();
        if (handover == null || !handover.transferId().equals(assigned.transferId())) {
            throw corrupt(assigned);
        }
        return chat.with(chat.service().handing(handover.to(handover.toDesk(), agent)));
    }

    private static Chat.Opened hand(Chat.Opened chat, ChatEvent.TransferRequested transfer) {
        Wants wants = transfer.wants();
        Chat.Handover handover =
                new Chat.Handover(
                        transfer.transferId(),
                        transfer.toDesk(),
                        transfer.toAgent(),
                        null,
                        wants != null && wants.needsSkill() ? wants : null);
        return chat.with(chat.service().proposing(null).handing(handover))
                .in(ChatState.TRANSFERRING);
    }

    private static Chat.Opened reassign(Chat.Opened chat, ClockActEvent.TransferReassigned again) {
        return lookingAt(chat, again.toDesk());
    }

    /// The transfer looks for somebody at that desk now.
    private static Chat.Opened lookingAt(Chat.Opened chat, String desk) {
        Chat.Handover open = chat.handover();
        if (open == null) {
            throw new IllegalStateException("history is corrupt: nothing to hand on");
        }
        return chat.with(chat.service().handing(open.to(desk, null)));
    }

    private static Chat.Opened takeOver(Chat.Opened chat, ChatEvent.ChatTakenOver taken) {
        return handedTo(
                LadderHistory.takenOver(chat, taken),
                taken.agentId(),
                taken.agentName(),
                taken.desk());
    }

    private static Chat.Opened handedTo(
            Chat.Opened chat, String agentId, String name, String desk) {
        Chat.Serving next = new Chat.Serving(agentId, name, desk);
        return chat.with(chat.service().by(next).afterHandover()).in(ChatState.ACTIVE);
    }

    /// With its agent it goes on at once; without one it starts again from the line, and whoever
    /// comes next owes a first answer and a note of their own.
    private static Chat.Opened reopen(Chat.Opened chat, ChatEvent.ChatReopened reopened) {
        return reopened.agentId() != null
                ? proposing(chat, null).in(ChatState.ACTIVE)
                : inLine(chat, reopened.desk());
    }

    private static Chat.Opened inLine(Chat.Opened chat, String desk) {
        return chat.with(chat.service().inLine(desk)).with(Chat.Presence.NEW).in(ChatState.WAITING);
    }

    private static Chat.Opened proposing(Chat.Opened chat, Chat.@Nullable Proposal next) {
        return chat.with(chat.service().proposing(next));
    }

    private static Chat.Opened visitorSpoke(Chat.Opened chat) {
        return chat.with(chat.presence().visitorSpoke());
    }

    private static Chat.Opened post(Chat.Opened chat, ChatEvent.MessagePosted posted) {
        if (posted.author().asking()) {
            return inTime(heard(chat), posted);
        }
        return posted.author().serving() ? inTime(said(chat, posted), posted) : chat;
    }

    private static Chat.Opened inTime(Chat.Opened chat, ChatEvent.MessagePosted posted) {
        return chat.assist() == null ? chat : chat.with(chat.presence().silentAt(posted.idleAt()));
    }

    private static Chat.Opened assist(Chat.Opened chat, AssistEvent event) {
        return switch (event) {
            case AssistEvent.AssistClaimed claimed ->
                    chat.with(chat.presence().silentAt(claimed.silentAt()));
            case AssistEvent.AssistFellSilent _ -> chat.with(chat.presence().silentAt(null));
            case AssistEvent.AssistLinked _ -> chat;
        };
    }

    /// Nobody owes a word in an assist chat that is resolved.
    private static Chat.Opened resolve(Chat.Opened chat) {
        Chat.Opened resolved = chat.in(ChatState.RESOLVED);
        return chat.assist() == null ? resolved : resolved.with(chat.presence().silentAt(null));
    }

    private static Chat.Opened heard(Chat.Opened chat) {
        Chat.Opened spoken = visitorSpoke(chat);
        if (chat.state() == ChatState.RESOLVED) {
            return proposing(spoken, null).in(ChatState.ACTIVE);
        }
        Chat.Proposal asked = chat.proposal();
        return asked != null && asked.answer() == Chat.Answer.OPEN
                ? proposing(spoken, new Chat.Proposal(asked.answeredAt(), Chat.Answer.TALKING))
                : spoken;
    }

    /// Only the first answer of the responsible agent makes a chat active; a lead may have told the
    /// customer something before.
    private static Chat.Opened said(Chat.Opened chat, ChatEvent.MessagePosted posted) {
        Chat.Opened spoken = chat.with(chat.presence().agentSpoke(posted.idleAt()));
        return chat.state() == ChatState.ASSIGNED && chat.isServedBy(posted.author().id())
                ? spoken.in(ChatState.ACTIVE)
                : spoken;
    }

    private static IllegalStateException corrupt(ChatEvent event) {
        return new IllegalStateException(
                "history is corrupt at " + event.getClass().getSimpleName());
    }
}
