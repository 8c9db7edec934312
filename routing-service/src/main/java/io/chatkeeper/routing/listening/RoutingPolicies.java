package io.chatkeeper.routing.listening;

import io.chatkeeper.contract.Topics;
import io.chatkeeper.pipeline.Policy;
import java.util.List;

/// Every reaction of routing, in the order in which one event runs through them: a desk learns what
/// an agent holds before it learns the agent's answer, so that no slot is offered twice.
public final class RoutingPolicies {
    private RoutingPolicies() {}

    /// The names are part of command ids and never change.
    public static List<Policy> all() {
        return List.of(
                Policy.ofSystem("routing.keep-books", Topics.CHAT_EVENTS, ChatReactions::keepBooks),
                Policy.ofSystem("routing.leave-line", Topics.CHAT_EVENTS, ChatReactions::leaveLine),
                Policy.ofSystem("routing.seek", Topics.CHAT_EVENTS, ChatReactions::seek),
                Policy.ofSystem("routing.seek-help", Topics.CHAT_EVENTS, ChatReactions::seekHelp),
                Policy.ofSystem("routing.ask", Topics.ROUTING_EVENTS, RoutingReactions::ask),
                Policy.ofSystem(
                        "routing.tell-desks", Topics.ROUTING_EVENTS, RoutingReactions::tellDesks),
                Policy.ofSystem("routing.answer", Topics.ROUTING_EVENTS, RoutingReactions::answer));
    }
}
