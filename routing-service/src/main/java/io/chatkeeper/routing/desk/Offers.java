package io.chatkeeper.routing.desk;

import io.chatkeeper.contract.AgentStatus;
import io.chatkeeper.contract.OfferTerms;
import io.chatkeeper.contract.Wants;
import io.chatkeeper.routing.desk.DeskEvent.ChatOffered;
import io.chatkeeper.sop.OfferRule;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Offers every chat that waits for nobody's answer to somebody with a free slot, first come first
/// served. An open offer counts like a held slot, so that one slot is not offered twice.
final class Offers {
    private final String deskId;
    private final List<RoutingPolicy> strategy;
    private final OfferRule rule;
    private Desk desk;
    private List<Member> free;

    private Offers(String deskId, Desk desk, List<String> strategy, OfferRule rule) {
        this.deskId = deskId;
        this.desk = desk;
        this.strategy = RoutingPolicy.ordered(strategy);
        this.rule = rule;
        this.free = free(desk);
    }

    /// The offers that follow from the desk as it stands; none where people take chats themselves.
    static List<DeskEvent> of(String deskId, Desk desk, List<String> strategy, OfferRule rule) {
        return desk.line().idle().size() == 0 || rule.how() == OfferRule.How.PULL
                ? List.of()
                : new Offers(deskId, desk, strategy, rule).offers();
    }

    /// Stops as soon as nobody is free, which in a long line is at once.
    private List<DeskEvent> offers() {
        List<DeskEvent> offers = new ArrayList<>();
        Set<Wants> hopeless = new HashSet<>();
        for (long ticket : desk.line().idle()) {
            if (free.isEmpty()) {
                break;
            }
            Waiting chat = desk.line().at(ticket);
            if (chat.isOpenToAll() && hopeless.contains(chat.wants())) {
                continue;
            }
            Optional<Choice.Chosen> chosen = Choice.among(desk, free, chat, strategy);
            chosen.ifPresent(choice -> offers.add(offer(chat, choice)));
            if (chosen.isEmpty() && chat.isOpenToAll()) {
                hopeless.add(chat.wants());
            }
        }
        return offers;
    }

    private ChatOffered offer(Waiting chat, Choice.Chosen chosen) {
        var offer =
                new ChatOffered(
                        deskId,
                        chat.chatId(),
                        chat.transferId(),
                        chosen.agentId(),
                        chosen.because(),
                        chosen.passedOver(),
                        terms(chat),
                        desk.offers() + 1);
        desk = Desk.evolve(desk, offer);
        free = free(desk);
        return offer;
    }

    /// A transfer is answered by acknowledging it: nobody is asked twice.
    private @Nullable OfferTerms terms(Waiting chat) {
        return chat.transferId() == null ? rule.asking().orElse(null) : null;
    }

    private static List<Member> free(Desk desk) {
        List<Member> free = new ArrayList<>();
        for (Member member : desk.members()) {
            if (member.status() == AgentStatus.AVAILABLE && member.load() < member.capacity()) {
                free.add(member);
            }
        }
        return free;
    }
}
