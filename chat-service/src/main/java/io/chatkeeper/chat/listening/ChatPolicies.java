package io.chatkeeper.chat.listening;

import io.chatkeeper.contract.ChatCommand;
import io.chatkeeper.contract.ChatCommand.AssignChat;
import io.chatkeeper.contract.ChatCommand.GiveBackChat;
import io.chatkeeper.contract.ChatCommand.LinkAssist;
import io.chatkeeper.contract.ChatCommand.RecordNote;
import io.chatkeeper.contract.ChatCommand.ReturnTransfer;
import io.chatkeeper.contract.LadderCommand.AskForHelp;
import io.chatkeeper.contract.LadderCommand.ClimbLadder;
import io.chatkeeper.contract.PublicAgentEvent.ChatsGivenBack;
import io.chatkeeper.contract.PublicAgentEvent.SlotGranted;
import io.chatkeeper.contract.PublicAgentEvent.SlotRefused;
import io.chatkeeper.contract.PublicChatEvent.ChatOpened;
import io.chatkeeper.contract.PublicDeskEvent.HelpFound;
import io.chatkeeper.contract.PublicDeskEvent.NobodyThere;
import io.chatkeeper.contract.PublicDeskSkillEvent.NobodySkilled;
import io.chatkeeper.contract.PublicNotesEvent.NoteAccepted;
import io.chatkeeper.contract.Recorded;
import io.chatkeeper.contract.Topics;
import io.chatkeeper.contract.TransferCommand.SeekFurther;
import io.chatkeeper.pipeline.Policy;
import java.util.List;

/// How a chat reacts to what routing, clocks, notes and other chats have done. A command names what
/// it answers; the chat ignores a stale one.
public final class ChatPolicies {
    private ChatPolicies() {}

    public static List<Policy> all() {
        return List.of(
                Policy.ofSystem("chat.assign", Topics.ROUTING_EVENTS, ChatPolicies::assign),
                Policy.ofSystem("chat.give-back", Topics.ROUTING_EVENTS, ChatPolicies::giveBack),
                Policy.ofSystem("chat.climb", Topics.ROUTING_EVENTS, ChatPolicies::climb),
                Policy.ofSystem("chat.seek-further", Topics.ROUTING_EVENTS, ChatPolicies::further),
                Policy.ofSystem("chat.keep-clocks", Topics.SLA_EVENTS, ClockPolicy::react)
                        .unhurried(),
                Policy.ofSystem("chat.link-assists", Topics.CHAT_EVENTS, ChatPolicies::link)
                        .unhurried(),
                Policy.onBehalf("chat.record-notes", Topics.NOTES_EVENTS, ChatPolicies::note));
    }

    private static List<ChatCommand> assign(Recorded recorded) {
        return switch (recorded.event()) {
            case SlotGranted slot ->
                    List.of(
                            new AssignChat(
                                    slot.chatId(),
                                    slot.agentId(),
                                    slot.profile().name(),
                                    slot.desk(),
                                    slot.transferId()));
            case SlotRefused slot when slot.desk() == null && slot.transferId() != null ->
                    List.of(new ReturnTransfer(slot.chatId(), slot.transferId(), slot.reason()));
            default -> List.of();
        };
    }

    private static List<ChatCommand> giveBack(Recorded recorded) {
        return recorded.event() instanceof ChatsGivenBack lost
                ? lost.chats().stream()
                        .<ChatCommand>map(chat -> new GiveBackChat(chat, lost.agentId()))
                        .toList()
                : List.of();
    }

    /// Where nobody has the skill, the next desk is asked.
    private static List<ChatCommand> further(Recorded recorded) {
        return recorded.event() instanceof NobodySkilled e
                ? List.of(new SeekFurther(e.chatId(), e.transferId(), e.deskId()))
                : List.of();
    }

    /// Who is there is asked to help; where nobody is, the next rung is (R92).
    private static List<ChatCommand> climb(Recorded recorded) {
        return switch (recorded.event()) {
            case HelpFound e ->
                    List.of(
                            new AskForHelp(
                                    e.chatId(),
                                    e.escalationId(),
                                    e.deskId(),
                                    e.agentId(),
                                    e.agentName()));
            case NobodyThere e ->
                    List.of(new ClimbLadder(e.chatId(), e.escalationId(), e.deskId()));
            default -> List.of();
        };
    }

    /// The customer's chat shows that help was asked for about it.
    private static List<ChatCommand> link(Recorded recorded) {
        return recorded.event() instanceof ChatOpened opened
                        && opened.assist() != null
                        && opened.assist().aboutChatId() != null
                ? List.of(
                        new LinkAssist(
                                opened.assist().aboutChatId(),
                                opened.chatId(),
                                opened.reference(),
                                opened.assist().agentId()))
                : List.of();
    }

    private static List<ChatCommand> note(Recorded recorded) {
        return recorded.event() instanceof NoteAccepted note
                ? List.of(new RecordNote(note.chatId(), note.noteId(), note.note(), note.kind()))
                : List.of();
    }
}
