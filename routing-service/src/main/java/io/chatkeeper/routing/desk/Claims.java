package io.chatkeeper.routing.desk;

import io.chatkeeper.contract.Actor;
import io.chatkeeper.contract.AgentStatus;
import io.chatkeeper.contract.DeskCommand.ClaimChat;
import io.chatkeeper.contract.Refused;
import io.chatkeeper.routing.desk.DeskEvent.ChatOffered;
import java.util.List;

/// An agent takes the next chat from the line. Nobody picks one: whoever has waited longest is
/// served first.
final class Claims {
    private static final String BECAUSE = "took it from the line";

    private Claims() {}

    /// The agent's own record has the last word here too, as it has when the desk chooses.
    static List<DeskEvent> claim(Desk desk, ClaimChat claim, Actor actor) throws Refused {
        Member member = desk.member(actor.id());
        if (member == null || !actor.isAgent(member.agentId())) {
            throw Refused.forbidden("not-a-member", "You do not serve this desk.");
        }
        if (member.status() != AgentStatus.AVAILABLE) {
            throw Refused.conflict("not-available", "Say that you are available first.");
        }
        if (member.load() >= member.capacity()) {
            throw Refused.conflict("full", "You have as many chats as you can take.");
        }
        for (long ticket : desk.line().idle()) {
            Waiting chat = desk.line().at(ticket);
            boolean fits = RoutingPolicy.onlySkilled(desk, chat, member).equals(Verdict.ALLOWED);
            if (fits && !actor.isAgent(chat.notAgent())) {
                return List.of(
                        new ChatOffered(
                                claim.deskId(),
                                chat.chatId(),
                                chat.transferId(),
                                member.agentId(),
                                BECAUSE,
                                null,
                                null,
                                desk.offers() + 1));
            }
        }
        throw Refused.conflict("line-empty", "Nobody waits here whom you could take.");
    }
}
