package io.chatkeeper.simulation;

import io.chatkeeper.contract.PublicAgentEvent;
import io.chatkeeper.contract.PublicDeskEvent;
import io.chatkeeper.contract.PublicDeskEvent.AnswerAwaited;
import io.chatkeeper.contract.PublicDeskEvent.ChatLeftLine;
import io.chatkeeper.contract.PublicDeskEvent.ChatOffered;
import io.chatkeeper.contract.PublicDeskEvent.ChatPlaced;
import io.chatkeeper.contract.PublicDeskEvent.ChatQueued;
import io.chatkeeper.contract.PublicDeskEvent.HelpFound;
import io.chatkeeper.contract.PublicDeskEvent.MemberNoted;
import io.chatkeeper.contract.PublicDeskEvent.NobodyThere;
import io.chatkeeper.contract.PublicDeskEvent.OfHours;
import io.chatkeeper.contract.PublicDeskEvent.OfSkill;
import io.chatkeeper.contract.PublicDeskEvent.OfferDeclined;
import io.chatkeeper.contract.PublicDeskEvent.OfferTimedOut;
import io.chatkeeper.contract.PublicDeskEvent.OfferWithdrawn;
import io.chatkeeper.contract.Recorded;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// One desk's line: whoever came first is offered first. A chat may be passed over only while an
/// answer about it is awaited, or if this very agent has refused it and has not changed since; a
/// transfer may be, because its sender is not asked.
final class LineOracle {
    private final String stream;
    private final Map<String, Place> line = new LinkedHashMap<>();
    private final List<String> complaints = new ArrayList<>();
    private long offers;

    private static final class Place {
        private final boolean transfer;
        private final Set<String> asked = new HashSet<>();
        private final Set<String> declined = new HashSet<>();
        private @Nullable String askedNow;

        Place(boolean transfer) {
            this.transfer = transfer;
        }

        boolean mayBePassedOver(String agent) {
            return transfer
                    || askedNow != null
                    || asked.contains(agent)
                    || declined.contains(agent);
        }
    }

    LineOracle(String stream, List<Recorded> events) {
        this.stream = stream;
        for (Recorded recorded : events) {
            if (recorded.event() instanceof PublicDeskEvent event) {
                take(event, recorded.envelope().sequence());
            }
        }
    }

    /// The chats that stand in line at the end.
    Set<String> waiting() {
        return line.keySet();
    }

    List<String> complaints() {
        return complaints;
    }

    private void take(PublicDeskEvent event, long sequence) {
        switch (event) {
            case ChatQueued e -> line.put(e.chatId(), new Place(e.transferId() != null));
            case ChatOffered e -> offered(e, sequence);
            case AnswerAwaited _ -> {}
            case OfferTimedOut e -> at(e.chatId(), sequence).askedNow = null;
            case OfferWithdrawn e -> at(e.chatId(), sequence).askedNow = null;
            case OfferDeclined e -> {
                Place place = at(e.chatId(), sequence);
                place.askedNow = null;
                if (e.reason().equals(PublicAgentEvent.HoldEnded.DECLINED)) {
                    place.declined.add(e.agentId());
                }
            }
            case ChatPlaced e -> {
                at(e.chatId(), sequence);
                line.remove(e.chatId());
            }
            case ChatLeftLine e -> line.remove(e.chatId());
            case MemberNoted e ->
                    line.values().forEach(place -> place.asked.remove(e.profile().agentId()));
            case OfHours _, OfSkill _, HelpFound _, NobodyThere _ -> {}
        }
    }

    private void offered(ChatOffered offer, long sequence) {
        for (Map.Entry<String, Place> earlier : line.entrySet()) {
            if (earlier.getKey().equals(offer.chatId())) {
                break;
            }
            if (!earlier.getValue().mayBePassedOver(offer.agentId())) {
                complaints.add(
                        "[order] %s at %d: %s before %s"
                                .formatted(stream, sequence, offer.chatId(), earlier.getKey()));
            }
        }
        if (!Objects.equals(offer.offer(), ++offers)) {
            complaints.add("[misnumbered] %s at %d: %s".formatted(stream, sequence, offer.offer()));
        }
        Place place = at(offer.chatId(), sequence);
        if (place.askedNow != null) {
            complaints.add("[offered twice] %s at %d".formatted(stream, sequence));
        }
        if (offer.terms() != null && place.declined.contains(offer.agentId())) {
            complaints.add("[asked again] %s at %d".formatted(stream, sequence));
        }
        place.asked.add(offer.agentId());
        place.askedNow = offer.agentId();
    }

    private Place at(String chatId, long sequence) {
        Place place = line.get(chatId);
        if (place == null) {
            complaints.add("[not in line] %s at %d: %s".formatted(stream, sequence, chatId));
            return new Place(false);
        }
        return place;
    }
}
