package io.chatkeeper.routing.publishing;

import io.chatkeeper.contract.PublicAgentEvent;
import io.chatkeeper.contract.PublicDeskEvent;
import io.chatkeeper.contract.PublicDeskHoursEvent;
import io.chatkeeper.contract.PublicDeskSkillEvent;
import io.chatkeeper.contract.PublicEvent;
import io.chatkeeper.routing.agent.AgentEvent;
import io.chatkeeper.routing.desk.DeskEvent;
import io.chatkeeper.routing.desk.DeskHoursEvent;
import io.chatkeeper.routing.desk.DeskSkillEvent;
import java.util.Optional;

/// What the others learn of agents and desks. What only a later decision needs stays here.
public final class RoutingPublisher {
    private RoutingPublisher() {}

    /// The public form of an agent's stored event; every one has one. How often a slot was granted
    /// is the agent's own affair: to others the agent is as they were.
    public static Optional<PublicEvent> ofAgent(AgentEvent event) {
        return Optional.of(
                switch (event) {
                    case AgentEvent.GrantReturned e ->
                            new PublicAgentEvent.AgentDefined(e.profile(), e.status(), e.held());
                    case AgentEvent.AgentDefined e ->
                            new PublicAgentEvent.AgentDefined(e.profile(), e.status(), e.held());
                    case AgentEvent.AgentStatusChanged e ->
                            new PublicAgentEvent.AgentStatusChanged(
                                    e.profile(), e.status(), e.held(), e.reason());
                    case AgentEvent.OfOffer e -> ofOffer(e);
                    case AgentEvent.OfPresence e -> ofPresence(e);
                    case AgentEvent.SlotGranted e ->
                            new PublicAgentEvent.SlotGranted(
                                    e.profile(),
                                    e.status(),
                                    e.held(),
                                    e.chatId(),
                                    e.desk(),
                                    e.transferId(),
                                    e.offer());
                    case AgentEvent.SlotOccupied e ->
                            new PublicAgentEvent.SlotOccupied(
                                    e.profile(), e.status(), e.held(), e.chatId(), e.desk());
                    case AgentEvent.SlotRefused e ->
                            new PublicAgentEvent.SlotRefused(
                                    e.agentId(),
                                    e.chatId(),
                                    e.desk(),
                                    e.transferId(),
                                    e.reason(),
                                    e.offer());
                    case AgentEvent.SlotReleased e ->
                            new PublicAgentEvent.SlotReleased(
                                    e.profile(), e.status(), e.held(), e.chatId());
                });
    }

    /// For desks and views a missing agent is one who is away.
    private static PublicEvent ofPresence(AgentEvent.OfPresence event) {
        return switch (event) {
            case AgentEvent.AgentWentMissing e ->
                    new PublicAgentEvent.AgentStatusChanged(e.profile(), e.status(), e.held());
            case AgentEvent.AgentCameBack e ->
                    new PublicAgentEvent.AgentStatusChanged(e.profile(), e.status(), e.held());
            case AgentEvent.ConsoleSeen e ->
                    new PublicAgentEvent.ConsoleSeen(e.agentId(), e.gateway(), e.until());
            case AgentEvent.ConsoleLost e ->
                    new PublicAgentEvent.ConsoleLost(
                            e.agentId(), e.gateway(), e.elsewhere(), e.awayAt(), e.giveBackAt());
            case AgentEvent.ChatsGivenBack e ->
                    new PublicAgentEvent.ChatsGivenBack(e.agentId(), e.chats());
        };
    }

    private static PublicEvent ofSkill(DeskSkillEvent event) {
        return switch (event) {
            case DeskSkillEvent.NobodySkilled e ->
                    new PublicDeskSkillEvent.NobodySkilled(
                            e.deskId(), e.chatId(), e.transferId(), e.skill());
        };
    }

    private static PublicEvent ofHours(DeskHoursEvent event) {
        return switch (event) {
            case DeskHoursEvent.DeskOpened e ->
                    new PublicDeskHoursEvent.DeskOpened(e.deskId(), e.closesAt());
            case DeskHoursEvent.DeskClosed e ->
                    new PublicDeskHoursEvent.DeskClosed(e.deskId(), e.opensAt());
        };
    }

    private static PublicAgentEvent ofOffer(AgentEvent.OfOffer event) {
        return switch (event) {
            case AgentEvent.SlotHeld e ->
                    new PublicAgentEvent.SlotHeld(
                            e.profile(),
                            e.status(),
                            e.held(),
                            e.chatId(),
                            e.desk(),
                            e.transferId(),
                            e.answerBy(),
                            e.offer());
            case AgentEvent.HoldEnded e ->
                    new PublicAgentEvent.HoldEnded(
                            e.profile(),
                            e.status(),
                            e.held(),
                            e.chatId(),
                            e.desk(),
                            e.transferId(),
                            e.reason(),
                            e.words(),
                            e.offer());
        };
    }

    private static PublicDeskEvent ofOffer(DeskEvent.OfOffer event) {
        return switch (event) {
            case DeskEvent.ChatOffered e ->
                    new PublicDeskEvent.ChatOffered(
                            e.deskId(),
                            e.chatId(),
                            e.transferId(),
                            e.agentId(),
                            e.because(),
                            e.passedOver(),
                            e.terms(),
                            e.offer());
            case DeskEvent.AnswerAwaited e ->
                    new PublicDeskEvent.AnswerAwaited(
                            e.deskId(), e.chatId(), e.agentId(), e.answerBy());
            case DeskEvent.OfferTimedOut e ->
                    new PublicDeskEvent.OfferTimedOut(e.deskId(), e.chatId(), e.agentId());
            case DeskEvent.OfferWithdrawn e ->
                    new PublicDeskEvent.OfferWithdrawn(
                            e.deskId(),
                            e.chatId(),
                            e.transferId(),
                            e.agentId(),
                            e.reason(),
                            e.offer());
            case DeskEvent.OfferDeclined e ->
                    new PublicDeskEvent.OfferDeclined(
                            e.deskId(), e.chatId(), e.agentId(), e.reason());
        };
    }

    /// The public form of a desk's stored event; every one has one.
    public static Optional<PublicEvent> ofDesk(DeskEvent event) {
        return Optional.of(
                switch (event) {
                    case DeskEvent.ChatQueued e ->
                            new PublicDeskEvent.ChatQueued(
                                    e.deskId(), e.chatId(), e.transferId(), e.place());
                    case DeskEvent.OfOffer e -> ofOffer(e);
                    case DeskEvent.ChatPlaced e ->
                            new PublicDeskEvent.ChatPlaced(e.deskId(), e.chatId(), e.agentId());
                    case DeskEvent.ChatLeftLine e ->
                            new PublicDeskEvent.ChatLeftLine(e.deskId(), e.chatId(), e.reason());
                    case DeskEvent.HelpFound e ->
                            new PublicDeskEvent.HelpFound(
                                    e.deskId(),
                                    e.chatId(),
                                    e.escalationId(),
                                    e.agentId(),
                                    e.agentName(),
                                    e.because());
                    case DeskEvent.NobodyThere e ->
                            new PublicDeskEvent.NobodyThere(
                                    e.deskId(), e.chatId(), e.escalationId(), e.lowest());
                    case DeskHoursEvent e -> ofHours(e);
                    case DeskSkillEvent e -> ofSkill(e);
                    case DeskEvent.MemberNoted e ->
                            new PublicDeskEvent.MemberNoted(
                                    e.deskId(), e.profile(), e.status(), e.held());
                });
    }
}
