package io.chatkeeper.routing.agent;

import io.chatkeeper.contract.AgentCommand.AcceptOffer;
import io.chatkeeper.contract.AgentCommand.DeclineOffer;
import io.chatkeeper.contract.AgentCommand.ReserveSlot;
import io.chatkeeper.contract.AgentCommand.WithdrawOffer;
import io.chatkeeper.contract.AgentStatus;
import io.chatkeeper.contract.OfferTerms;
import io.chatkeeper.contract.PersonalText;
import io.chatkeeper.contract.PublicAgentEvent;
import io.chatkeeper.contract.Refusal;
import io.chatkeeper.contract.RefusalKind;
import io.chatkeeper.contract.Refused;
import io.chatkeeper.routing.agent.AgentEvent.AgentStatusChanged;
import io.chatkeeper.routing.agent.AgentEvent.HoldEnded;
import io.chatkeeper.routing.agent.AgentEvent.SlotGranted;
import io.chatkeeper.routing.agent.AgentEvent.SlotHeld;
import io.chatkeeper.sop.SensitiveData;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Slots that are held while the agent is being asked: taken, declined, withdrawn, or left without
/// an answer. Every hold ends with an event, for the desk waits for it.
final class Holds {
    /// Why an agent is away who said nothing.
    static final String SILENT = "silent";

    private static final Comparator<Open> IN_TURN =
            Comparator.comparing((Open open) -> open.slot.answerBy()).thenComparing(Open::chatId);

    private record Open(String chatId, Slot.Held slot) {}

    private Holds() {}

    static SlotHeld hold(Agent.Defined agent, ReserveSlot asked, OfferTerms terms, Instant at) {
        return new SlotHeld(
                agent.profile(),
                agent.status(),
                agent.heldWith(asked.chatId()),
                asked.chatId(),
                asked.desk() == null ? agent.profile().homeDesk() : asked.desk(),
                asked.transferId(),
                at.plus(terms.answerWithin()),
                terms.silences(),
                asked.offer());
    }

    /// As long as the slot is held it can be taken, however late. Taking it again is no error.
    static List<AgentEvent> accept(Agent agent, AcceptOffer yes) throws Refused {
        return switch (agent) {
            case Agent.Undefined _ -> throw notAnAgent();
            case Agent.Defined known ->
                    switch (known.slotOf(yes.chatId())) {
                        case Slot.Held held when isAnother(held, yes.offer()) -> throw gone();
                        case Slot.Held held -> List.of(granted(known, yes.chatId(), held));
                        case Slot.Granted _, Slot.Occupied _ -> List.of();
                        case null -> throw gone();
                    };
        };
    }

    private static SlotGranted granted(Agent.Defined agent, String chatId, Slot.Held held) {
        return new SlotGranted(
                agent.profile(),
                agent.status(),
                agent.held(),
                chatId,
                held.desk(),
                held.transferId(),
                held.offer());
    }

    /// An answer that names an offer which is over says nothing about the one that is open.
    private static boolean isAnother(Slot.Held held, @Nullable Long offer) {
        return offer != null && !offer.equals(held.offer());
    }

    static List<AgentEvent> decline(Agent agent, DeclineOffer no) throws Refused {
        if (no.reason().plain().isBlank()) {
            throw new Refused(
                    Refusal.of(RefusalKind.MALFORMED, "malformed", "Say why you decline."));
        }
        return switch (agent) {
            case Agent.Undefined _ -> throw notAnAgent();
            case Agent.Defined known ->
                    switch (known.slotOf(no.chatId())) {
                        case Slot.Held held when isAnother(held, no.offer()) -> throw gone();
                        case Slot.Held held ->
                                List.of(
                                        ended(
                                                known,
                                                new Open(no.chatId(), held),
                                                PublicAgentEvent.HoldEnded.DECLINED,
                                                no.reason()));
                        case Slot.Granted _, Slot.Occupied _ ->
                                throw Refused.conflict(
                                        "accepted-already",
                                        "You have this chat already; hand it over instead.");
                        case null -> throw gone();
                    };
        };
    }

    /// A hold that another desk asked for meanwhile stays.
    static List<AgentEvent> withdraw(Agent agent, WithdrawOffer withdrawn) {
        return agent instanceof Agent.Defined known
                        && known.slotOf(withdrawn.chatId()) instanceof Slot.Held held
                        && held.desk().equals(withdrawn.desk())
                        && Objects.equals(held.transferId(), withdrawn.transferId())
                        && !isAnother(held, withdrawn.offer())
                ? List.of(
                        ended(
                                known,
                                new Open(withdrawn.chatId(), held),
                                PublicAgentEvent.HoldEnded.WITHDRAWN,
                                null))
                : List.of();
    }

    /// Offers whose time is over go back to their desks. Who has been silent too often counts as
    /// away from then on; desks hear of that first, so that they ask somebody else.
    static List<AgentEvent> lapse(Agent agent, Instant at) {
        if (!(agent instanceof Agent.Defined known)) {
            return List.of();
        }
        List<Open> due =
                open(known).stream().filter(one -> !one.slot.answerBy().isAfter(at)).toList();
        if (due.isEmpty()) {
            return List.of();
        }
        int most = due.stream().mapToInt(one -> one.slot.silences()).min().orElseThrow();
        boolean away =
                known.silences() + due.size() >= most && known.status() == AgentStatus.AVAILABLE;
        List<AgentEvent> events = new ArrayList<>();
        Agent.Defined now = known;
        if (away) {
            events.add(
                    new AgentStatusChanged(
                            known.profile(), AgentStatus.AWAY, known.held(), SILENT));
            now = after(now, events.getFirst());
        }
        for (Open one : due) {
            events.add(ended(now, one, PublicAgentEvent.HoldEnded.NO_ANSWER, null));
            now = after(now, events.getLast());
        }
        if (away) {
            events.addAll(left(now));
        }
        return events;
    }

    /// Whoever is not available any more is not asked any more.
    static List<AgentEvent> left(Agent.Defined agent) {
        String status = agent.status().name().toLowerCase(Locale.ROOT).replace('_', '-');
        List<AgentEvent> events = new ArrayList<>();
        Agent.Defined now = agent;
        for (Open one : open(agent)) {
            events.add(ended(now, one, status, null));
            now = after(now, events.getLast());
        }
        return events;
    }

    private static List<Open> open(Agent.Defined agent) {
        List<Open> open = new ArrayList<>();
        for (Map.Entry<String, Slot> slot : agent.slots().entrySet()) {
            if (slot.getValue() instanceof Slot.Held held) {
                open.add(new Open(slot.getKey(), held));
            }
        }
        open.sort(IN_TURN);
        return open;
    }

    private static HoldEnded ended(
            Agent.Defined agent, Open open, String reason, @Nullable PersonalText words) {
        return new HoldEnded(
                agent.profile(),
                agent.status(),
                agent.held() - 1,
                open.chatId,
                open.slot.desk(),
                open.slot.transferId(),
                reason,
                words == null ? null : PersonalText.of(SensitiveData.mask(words.plain())),
                open.slot.offer());
    }

    private static Agent.Defined after(Agent.Defined agent, AgentEvent event) {
        return (Agent.Defined) Agent.evolve(agent, event);
    }

    private static Refused gone() {
        return Refused.conflict("offer-gone", "This chat is not offered to you, or not any more.");
    }

    private static Refused notAnAgent() {
        return Refused.notFound("not-an-agent", "There is no such agent.");
    }
}
