package io.chatkeeper.routing.listening;

import io.chatkeeper.contract.AgentCommand.ReserveSlot;
import io.chatkeeper.contract.AgentCommand.WithdrawOffer;
import io.chatkeeper.contract.AgentProfile;
import io.chatkeeper.contract.AgentStatus;
import io.chatkeeper.contract.Command;
import io.chatkeeper.contract.DeskCommand.AwaitAnswer;
import io.chatkeeper.contract.DeskCommand.ConfirmPlacement;
import io.chatkeeper.contract.DeskCommand.NoteMember;
import io.chatkeeper.contract.DeskCommand.RejectPlacement;
import io.chatkeeper.contract.PublicAgentEvent.AgentDefined;
import io.chatkeeper.contract.PublicAgentEvent.AgentStatusChanged;
import io.chatkeeper.contract.PublicAgentEvent.HoldEnded;
import io.chatkeeper.contract.PublicAgentEvent.SlotGranted;
import io.chatkeeper.contract.PublicAgentEvent.SlotHeld;
import io.chatkeeper.contract.PublicAgentEvent.SlotOccupied;
import io.chatkeeper.contract.PublicAgentEvent.SlotRefused;
import io.chatkeeper.contract.PublicAgentEvent.SlotReleased;
import io.chatkeeper.contract.PublicDeskEvent.ChatOffered;
import io.chatkeeper.contract.PublicDeskEvent.OfferWithdrawn;
import io.chatkeeper.contract.Recorded;
import java.util.List;

/// How desks and agents talk to each other.
final class RoutingReactions {
    private RoutingReactions() {}

    /// A desk asks an agent, or needs no answer any more.
    static List<Command> ask(Recorded recorded) {
        return switch (recorded.event()) {
            case ChatOffered e ->
                    List.of(
                            new ReserveSlot(
                                    e.agentId(),
                                    e.chatId(),
                                    e.deskId(),
                                    e.transferId(),
                                    e.terms(),
                                    e.offer()));
            case OfferWithdrawn e ->
                    List.of(
                            new WithdrawOffer(
                                    e.agentId(),
                                    e.chatId(),
                                    e.deskId(),
                                    e.transferId(),
                                    e.offer()));
            default -> List.of();
        };
    }

    /// Every desk an agent serves learns how many slots they hold.
    static List<Command> tellDesks(Recorded recorded) {
        return switch (recorded.event()) {
            case AgentDefined e -> noted(e.profile(), e.status(), e.held());
            case AgentStatusChanged e -> noted(e.profile(), e.status(), e.held());
            case SlotHeld e -> noted(e.profile(), e.status(), e.held());
            case HoldEnded e -> noted(e.profile(), e.status(), e.held());
            case SlotGranted e -> noted(e.profile(), e.status(), e.held());
            case SlotOccupied e -> noted(e.profile(), e.status(), e.held());
            case SlotReleased e -> noted(e.profile(), e.status(), e.held());
            default -> List.of();
        };
    }

    /// The agent's answer goes to the desk that asked. A desk that did not ask pays no attention.
    static List<Command> answer(Recorded recorded) {
        return switch (recorded.event()) {
            case SlotGranted e ->
                    List.of(
                            new ConfirmPlacement(
                                    e.desk(), e.chatId(), e.agentId(), e.transferId(), e.offer()));
            case SlotHeld e ->
                    List.of(
                            new AwaitAnswer(
                                    e.desk(),
                                    e.chatId(),
                                    e.agentId(),
                                    e.transferId(),
                                    e.answerBy(),
                                    e.offer()));
            case HoldEnded e when !e.reason().equals(HoldEnded.WITHDRAWN) ->
                    List.of(
                            new RejectPlacement(
                                    e.desk(),
                                    e.chatId(),
                                    e.agentId(),
                                    e.transferId(),
                                    e.reason(),
                                    e.offer()));
            case SlotRefused e when e.desk() != null ->
                    List.of(
                            new RejectPlacement(
                                    e.desk(),
                                    e.chatId(),
                                    e.agentId(),
                                    e.transferId(),
                                    e.reason(),
                                    e.offer()));
            default -> List.of();
        };
    }

    private static List<Command> noted(AgentProfile profile, AgentStatus status, int held) {
        return profile.desks().stream()
                .<Command>map(desk -> new NoteMember(desk, profile, status, held))
                .toList();
    }
}
