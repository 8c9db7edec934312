package io.chatkeeper.routing.listening;

import io.chatkeeper.contract.Actor;
import io.chatkeeper.contract.ActorKind;
import io.chatkeeper.contract.AgentCommand.OccupySlot;
import io.chatkeeper.contract.AgentCommand.ReleaseSlot;
import io.chatkeeper.contract.AgentCommand.ReserveSlot;
import io.chatkeeper.contract.AgentCommand.ReturnSlot;
import io.chatkeeper.contract.Command;
import io.chatkeeper.contract.DeskCommand.LeaveLine;
import io.chatkeeper.contract.DeskCommand.QueueChat;
import io.chatkeeper.contract.DeskCommand.SeekHelp;
import io.chatkeeper.contract.PublicChatEvent.AssignmentRefused;
import io.chatkeeper.contract.PublicChatEvent.ChatAssigned;
import io.chatkeeper.contract.PublicChatEvent.ChatClosed;
import io.chatkeeper.contract.PublicChatEvent.ChatEscalated;
import io.chatkeeper.contract.PublicChatEvent.ChatGivenBack;
import io.chatkeeper.contract.PublicChatEvent.ChatOpened;
import io.chatkeeper.contract.PublicChatEvent.ChatReopened;
import io.chatkeeper.contract.PublicChatEvent.ChatTakenOver;
import io.chatkeeper.contract.PublicChatEvent.TransferAcknowledged;
import io.chatkeeper.contract.PublicChatEvent.TransferDeclined;
import io.chatkeeper.contract.PublicChatEvent.TransferRequested;
import io.chatkeeper.contract.PublicChatEvent.TransferReturned;
import io.chatkeeper.contract.PublicChatEvent.TransferWithdrawn;
import io.chatkeeper.contract.PublicClockActEvent.TransferReassigned;
import io.chatkeeper.contract.PublicLadderEvent.EscalationClimbed;
import io.chatkeeper.contract.PublicTransferEvent.TransferMovedOn;
import io.chatkeeper.contract.Recorded;
import io.chatkeeper.contract.SopRef;
import io.chatkeeper.contract.Wants;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What chats need of routing: somebody to serve them, and bookkeeping afterwards.
final class ChatReactions {
    private ChatReactions() {}

    /// A chat or a transfer looks for somebody.
    static List<Command> seek(Recorded recorded) {
        return switch (recorded.event()) {
            case ChatOpened e ->
                    List.of(
                            new QueueChat(
                                    e.desk(),
                                    e.chatId(),
                                    null,
                                    null,
                                    e.sop(),
                                    Wants.of(e.customer(), e.topic(), e.fields())));
            case ChatReopened e when e.agentId() == null ->
                    List.of(new QueueChat(e.desk(), e.chatId(), null, null, sop(recorded)));
            case ChatGivenBack e ->
                    List.of(new QueueChat(e.desk(), e.chatId(), null, null, sop(recorded)));
            case TransferReassigned e ->
                    List.of(
                            new QueueChat(
                                    e.toDesk(),
                                    e.chatId(),
                                    e.transferId(),
                                    e.receiver(),
                                    sop(recorded),
                                    e.wants()));
            case TransferMovedOn e -> movedOn(e, sop(recorded));
            case TransferRequested e when e.toAgent() != null ->
                    List.of(new ReserveSlot(e.toAgent(), e.chatId(), null, e.transferId()));
            case TransferRequested e when e.toDesk() != null ->
                    List.of(
                            new QueueChat(
                                    e.toDesk(),
                                    e.chatId(),
                                    e.transferId(),
                                    e.fromAgent(),
                                    sop(recorded),
                                    e.wants()));
            default -> List.of();
        };
    }

    private static List<Command> movedOn(TransferMovedOn e, @Nullable SopRef sop) {
        return List.of(
                new QueueChat(
                        e.toDesk(), e.chatId(), e.transferId(), e.fromAgent(), sop, e.wants()));
    }

    /// Slots are taken and freed by what happens to the chat.
    static List<Command> keepBooks(Recorded recorded) {
        return switch (recorded.event()) {
            case TransferAcknowledged e -> List.of(new ReleaseSlot(e.fromAgent(), e.chatId()));
            case TransferDeclined e -> List.of(new ReleaseSlot(e.agentId(), e.chatId()));
            case TransferWithdrawn e -> released(e.chatId(), e.receiver());
            case TransferReturned e -> released(e.chatId(), e.receiver());
            case TransferReassigned e -> released(e.chatId(), e.receiver());
            case ChatGivenBack e -> List.of(new ReleaseSlot(e.agentId(), e.chatId()));
            case ChatTakenOver e -> takenOver(e);
            case ChatClosed e -> released(e.chatId(), e.agentId(), e.receiver());
            case AssignmentRefused e ->
                    List.of(new ReturnSlot(e.agentId(), e.chatId(), e.transferId()));
            default -> List.of();
        };
    }

    /// Whoever stands in a line for nothing leaves it.
    static List<Command> leaveLine(Recorded recorded) {
        return switch (recorded.event()) {
            case ChatAssigned e when e.transferId() == null ->
                    List.of(new LeaveLine(e.desk(), e.chatId(), "assigned", e.agentId()));
            case TransferWithdrawn e -> left(e.toDesk(), e.chatId(), "withdrawn");
            case TransferReturned e -> left(e.toDesk(), e.chatId(), "returned");
            case ChatTakenOver e -> left(e.waitingAt(), e.chatId(), "taken-over");
            case ChatClosed e -> left(e.desk(), e.chatId(), "closed");
            default -> List.of();
        };
    }

    /// Somebody who is there on the rung is looked for, first where it goes and then where it
    /// climbs to (R92).
    static List<Command> seekHelp(Recorded recorded) {
        return switch (recorded.event()) {
            case ChatEscalated e -> {
                Actor by = recorded.envelope().actor();
                yield List.of(
                        new SeekHelp(
                                e.toDesk(),
                                e.chatId(),
                                e.escalationId(),
                                e.to(),
                                by.kind() == ActorKind.AGENT ? by.id() : null));
            }
            case EscalationClimbed e ->
                    List.of(new SeekHelp(e.toDesk(), e.chatId(), e.escalationId(), e.to(), null));
            default -> List.of();
        };
    }

    private static List<Command> takenOver(ChatTakenOver e) {
        List<Command> commands = new ArrayList<>();
        commands.add(new OccupySlot(e.agentId(), e.chatId(), e.desk()));
        for (Command free : released(e.chatId(), e.fromAgent(), e.receiver())) {
            if (!(free instanceof ReleaseSlot slot && slot.agentId().equals(e.agentId()))) {
                commands.add(free);
            }
        }
        return commands;
    }

    private static List<Command> released(String chatId, @Nullable String... agents) {
        List<Command> commands = new ArrayList<>();
        for (String agent : agents) {
            if (agent != null) {
                commands.add(new ReleaseSlot(agent, chatId));
            }
        }
        return commands;
    }

    private static List<Command> left(@Nullable String desk, String chatId, String reason) {
        return desk == null ? List.of() : List.of(new LeaveLine(desk, chatId, reason));
    }

    private static @Nullable SopRef sop(Recorded recorded) {
        String version = recorded.envelope().sopVersion();
        return version == null ? null : SopRef.parse(version);
    }
}
