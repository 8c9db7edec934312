package io.chatkeeper.routing.desk;

import io.chatkeeper.contract.AgentStatus;
import io.chatkeeper.routing.desk.DeskEvent.ChatOffered;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Offers every chat that waits for nobody's answer to somebody with a free slot, first come first
/// served. An open offer counts like a held slot, so that one slot is not offered twice.
final class Offers {
    private final String deskId;
    private final Desk desk;
    private final List<String> strategy;
    private final Map<String, Integer> open = new HashMap<>();

    private Offers(String deskId, Desk desk, List<String> strategy) {
        this.deskId = deskId;
        this.desk = desk;
        this.strategy = strategy;
        for (Waiting waiting : desk.line()) {
            if (waiting.askedNow() != null) {
                open.merge(waiting.askedNow(), 1, Integer::sum);
            }
        }
    }

    /// The offers that follow from the desk as it stands.
    static List<DeskEvent> of(String deskId, Desk desk, List<String> strategy) {
        return new Offers(deskId, desk, strategy).offers();
    }

    private List<DeskEvent> offers() {
        List<DeskEvent> offers = new ArrayList<>();
        List<Candidate> free = free();
        for (Waiting waiting : desk.line()) {
            if (free.isEmpty()) {
                break;
            }
            if (waiting.askedNow() == null) {
                List<Candidate> fitting =
                        free.stream().filter(agent -> waiting.mayAsk(agent.agentId())).toList();
                var chosen = Choice.among(fitting, strategy);
                chosen.map(choice -> offer(waiting, choice)).ifPresent(offers::add);
                free = chosen.isPresent() ? free() : free;
            }
        }
        return offers;
    }

    private ChatOffered offer(Waiting waiting, Choice.Chosen chosen) {
        open.merge(chosen.agentId(), 1, Integer::sum);
        return new ChatOffered(
                deskId, waiting.chatId(), waiting.transferId(), chosen.agentId(), chosen.because());
    }

    private List<Candidate> free() {
        return desk.members().values().stream()
                .filter(member -> member.status() == AgentStatus.AVAILABLE)
                .map(this::candidate)
                .filter(agent -> agent.load() < agent.capacity())
                .toList();
    }

    private Candidate candidate(Member member) {
        return new Candidate(
                member.agentId(),
                member.held() + open.getOrDefault(member.agentId(), 0),
                member.profile().capacity(),
                member.lastPlaced());
    }
}
