package io.chatkeeper.routing.agent;

import io.chatkeeper.contract.AgentCommand.OccupySlot;
import io.chatkeeper.contract.AgentCommand.ReleaseSlot;
import io.chatkeeper.contract.AgentCommand.ReserveSlot;
import io.chatkeeper.contract.AgentCommand.ReturnSlot;
import io.chatkeeper.contract.AgentStatus;
import io.chatkeeper.routing.agent.AgentEvent.GrantReturned;
import io.chatkeeper.routing.agent.AgentEvent.SlotGranted;
import io.chatkeeper.routing.agent.AgentEvent.SlotOccupied;
import io.chatkeeper.routing.agent.AgentEvent.SlotRefused;
import io.chatkeeper.routing.agent.AgentEvent.SlotReleased;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/// Granting, refusing, taking and freeing slots. Every request is answered with an event, for a
/// desk or a transfer waits for the answer.
final class Slots {
    private Slots() {}

    static AgentEvent reserve(Agent agent, ReserveSlot asked, Instant at) {
        return switch (agent) {
            case Agent.Undefined _ -> refused(asked, "unknown-agent");
            case Agent.Defined known when known.slotOf(asked.chatId()) instanceof Slot.Held ->
                    given(known, asked, at);
            case Agent.Defined known when known.holds(asked.chatId()) -> granted(known, asked);
            case Agent.Defined known when !serves(known, asked) -> refused(asked, "not-a-member");
            case Agent.Defined known when known.status() != AgentStatus.AVAILABLE ->
                    refused(asked, "not-available");
            case Agent.Defined known when known.held() >= known.profile().capacity() ->
                    refused(asked, "full");
            case Agent.Defined known -> given(known, asked, at);
        };
    }

    /// There is room: the slot is granted, or held until the person has answered.
    private static AgentEvent given(Agent.Defined agent, ReserveSlot asked, Instant at) {
        return asked.terms() == null
                ? granted(agent, asked)
                : Holds.hold(agent, asked, asked.terms(), at);
    }

    /// A desk that an agent has left is not told so; it learns when it asks.
    private static boolean serves(Agent.Defined agent, ReserveSlot asked) {
        return asked.desk() == null || agent.profile().desks().contains(asked.desk());
    }

    /// A chat that holds a slot already is granted it again; it is not counted twice.
    private static SlotGranted granted(Agent.Defined agent, ReserveSlot asked) {
        return new SlotGranted(
                agent.profile(),
                agent.status(),
                agent.heldWith(asked.chatId()),
                asked.chatId(),
                asked.desk() == null ? agent.profile().homeDesk() : asked.desk(),
                asked.transferId(),
                asked.offer());
    }

    private static SlotRefused refused(ReserveSlot asked, String reason) {
        return new SlotRefused(
                asked.agentId(),
                asked.chatId(),
                asked.desk(),
                asked.transferId(),
                reason,
                asked.offer());
    }

    static List<AgentEvent> occupy(Agent agent, OccupySlot taken) {
        return switch (agent) {
            case Agent.Undefined _ -> List.of();
            case Agent.Defined known when known.slotOf(taken.chatId()) instanceof Slot.Occupied ->
                    List.of();
            case Agent.Defined known ->
                    List.of(
                            new SlotOccupied(
                                    known.profile(),
                                    known.status(),
                                    known.heldWith(taken.chatId()),
                                    taken.chatId(),
                                    taken.desk()));
        };
    }

    /// While the agent is being asked, there is nothing yet to free: the offer ends by itself.
    static List<AgentEvent> release(Agent agent, ReleaseSlot free) {
        return agent instanceof Agent.Defined known
                        && known.holds(free.chatId())
                        && !(known.slotOf(free.chatId()) instanceof Slot.Held)
                ? List.of(released(known, free.chatId()))
                : List.of();
    }

    /// Frees the slot only if it is still held for the assignment that the chat did not take: by
    /// now it may serve a later transfer of the same chat, or a lead who took the chat over. One
    /// that was granted several times for the same stays for the other grants.
    static List<AgentEvent> giveBack(Agent agent, ReturnSlot unused) {
        return agent instanceof Agent.Defined known
                        && known.slotOf(unused.chatId()) instanceof Slot.Granted slot
                        && Objects.equals(slot.transferId(), unused.transferId())
                ? List.of(
                        slot.grants() > 1
                                ? new GrantReturned(
                                        known.profile(),
                                        known.status(),
                                        known.held(),
                                        unused.chatId())
                                : released(known, unused.chatId()))
                : List.of();
    }

    private static SlotReleased released(Agent.Defined agent, String chatId) {
        return new SlotReleased(agent.profile(), agent.status(), agent.held() - 1, chatId);
    }
}
