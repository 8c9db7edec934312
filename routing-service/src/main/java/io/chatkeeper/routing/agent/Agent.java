package io.chatkeeper.routing.agent;

import io.chatkeeper.contract.AgentProfile;
import io.chatkeeper.contract.AgentStatus;
import io.chatkeeper.contract.PublicAgentEvent;
import io.chatkeeper.routing.agent.AgentEvent.*;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What must be remembered of an agent in order to decide.
sealed interface Agent {
    /// Nobody has defined this agent. Slots are asked for all the same, and refused.
    record Undefined() implements Agent {}

    /// @param slots the chats for which a slot is held
    /// @param presence whether the agent's console can be seen
    /// @param silences how many offers in a row they have not answered
    record Defined(
            AgentProfile profile,
            AgentStatus status,
            Map<String, Slot> slots,
            Presence presence,
            int silences)
            implements Agent {
        public Defined {
            slots = Map.copyOf(slots);
        }

        String agentId() {
            return profile.agentId();
        }

        /// The chats that the agent was given, in a fixed order.
        List<String> chats() {
            return slots.entrySet().stream()
                    .filter(slot -> !(slot.getValue() instanceof Slot.Held))
                    .map(Map.Entry::getKey)
                    .sorted()
                    .toList();
        }

        Defined in(AgentStatus next) {
            return new Defined(profile, next, slots, presence, silences);
        }

        Defined with(Presence next) {
            return new Defined(profile, status, slots, next, silences);
        }

        int held() {
            return slots.size();
        }

        boolean holds(String chatId) {
            return slots.containsKey(chatId);
        }

        /// How many slots are held once this chat has one.
        int heldWith(String chatId) {
            return holds(chatId) ? held() : held() + 1;
        }

        @Nullable Slot slotOf(String chatId) {
            return slots.get(chatId);
        }

        private Defined holding(String chatId, Slot slot) {
            Map<String, Slot> next = new HashMap<>(slots);
            next.put(chatId, slot);
            return new Defined(profile, status, next, presence, silences);
        }

        /// An occupied slot stays one: the lead keeps the chat whatever is granted later.
        private Defined granted(String chatId, @Nullable String transferId) {
            Slot before = slotOf(chatId);
            if (before instanceof Slot.Held) {
                return holding(chatId, new Slot.Granted(transferId, 1)).silent(0);
            }
            if (before instanceof Slot.Occupied) {
                return this;
            }
            int grants =
                    before instanceof Slot.Granted same
                                    && Objects.equals(same.transferId(), transferId)
                            ? same.grants() + 1
                            : 1;
            return holding(chatId, new Slot.Granted(transferId, grants));
        }

        private Defined returned(String chatId) {
            return slotOf(chatId) instanceof Slot.Granted(var transferId, int grants)
                    ? holding(chatId, new Slot.Granted(transferId, grants - 1))
                    : this;
        }

        private Defined without(String chatId) {
            Map<String, Slot> next = new HashMap<>(slots);
            next.remove(chatId);
            return new Defined(profile, status, next, presence, silences);
        }

        /// Whoever says no is there; whoever is asked no more has said nothing yet.
        private Defined holdEnded(HoldEnded ended) {
            Defined free = without(ended.chatId());
            return switch (ended.reason()) {
                case PublicAgentEvent.HoldEnded.NO_ANSWER -> free.silent(silences + 1);
                case PublicAgentEvent.HoldEnded.DECLINED -> free.silent(0);
                default -> free;
            };
        }

        private Defined silent(int times) {
            return new Defined(profile, status, slots, presence, times);
        }
    }

    /// When something is due about the agent; null if nothing is.
    static @Nullable Instant wakeAt(Agent agent) {
        Instant console = agent instanceof Defined known ? known.presence().next() : null;
        Instant offer = answerBy(agent);
        if (console == null || offer == null) {
            return console == null ? offer : console;
        }
        return console.isBefore(offer) ? console : offer;
    }

    /// When an offer is over that the agent has not answered; null if none is open.
    static @Nullable Instant answerBy(Agent agent) {
        return agent instanceof Defined known
                ? known.slots().values().stream()
                        .filter(Slot.Held.class::isInstance)
                        .map(slot -> ((Slot.Held) slot).answerBy())
                        .min(Comparator.naturalOrder())
                        .orElse(null)
                : null;
    }

    /// The state after one more event. Corrupt history is a bug and stops the stream.
    static Agent evolve(Agent agent, AgentEvent event) {
        return switch (agent) {
            case Undefined _ when event instanceof AgentDefined defined ->
                    new Defined(defined.profile(), defined.status(), Map.of(), Presence.UNKNOWN, 0);
            case Undefined _ when event instanceof SlotRefused -> agent;
            case Undefined _ ->
                    throw new IllegalStateException(
                            "history is corrupt at " + event.getClass().getSimpleName());
            case Defined known -> evolve(known, event);
        };
    }

    private static Agent evolve(Defined agent, AgentEvent event) {
        return switch (event) {
            case AgentDefined defined ->
                    new Defined(
                            defined.profile(),
                            defined.status(),
                            agent.slots(),
                            agent.presence(),
                            agent.silences());
            case AgentStatusChanged changed ->
                    agent.in(changed.status()).with(agent.presence().restored()).silent(0);
            case SlotHeld slot ->
                    agent.holding(
                            slot.chatId(),
                            new Slot.Held(
                                    slot.desk(),
                                    slot.transferId(),
                                    slot.answerBy(),
                                    slot.silences(),
                                    slot.offer()));
            case HoldEnded ended -> agent.holdEnded(ended);
            case SlotGranted slot -> agent.granted(slot.chatId(), slot.transferId());
            case SlotOccupied slot -> agent.holding(slot.chatId(), new Slot.Occupied());
            case GrantReturned slot -> agent.returned(slot.chatId());
            case SlotReleased slot -> agent.without(slot.chatId());
            case SlotRefused _ -> agent;
            case ConsoleSeen e ->
                    agent.with(agent.presence().seenBy(e.gateway(), e.until(), e.patience()));
            case ConsoleLost e ->
                    agent.with(agent.presence().lostBy(e.gateway(), e.awayAt(), e.giveBackAt()));
            case AgentWentMissing e ->
                    agent.in(e.status()).with(agent.presence().missing(e.before()));
            case AgentCameBack e -> agent.in(e.status()).with(agent.presence().restored());
            case ChatsGivenBack _ -> agent.with(agent.presence().gaveBack());
        };
    }
}
