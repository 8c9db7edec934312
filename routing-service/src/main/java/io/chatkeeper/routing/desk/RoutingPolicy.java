package io.chatkeeper.routing.desk;

import io.chatkeeper.contract.AgentStatus;
import io.chatkeeper.contract.Wants;
import io.chatkeeper.routing.desk.Verdict.Refused;
import io.chatkeeper.routing.desk.Verdict.Scored;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// One small rule of choosing an agent for a chat: it allows, refuses with a reason, or scores.
@FunctionalInterface
interface RoutingPolicy {
    Verdict judge(Desk desk, Waiting chat, Member agent);

    /// What holds at every desk, in the order in which a refusal is told: the desk's hours, duty,
    /// capacity, not the sender of the transfer, the skill it goes to, not who has just been asked,
    /// nor who has said no.
    List<RoutingPolicy> GATES =
            List.of(
                    RoutingPolicy::hours,
                    RoutingPolicy::onDuty,
                    RoutingPolicy::capacity,
                    RoutingPolicy::notTheSender,
                    RoutingPolicy::onlySkilled,
                    RoutingPolicy::notAskedAgain,
                    RoutingPolicy::notWhoDeclined);

    /// The words of the SOP file's `strategy`.
    Map<String, RoutingPolicy> STRATEGIES =
            Map.of(
                    "skill", RoutingPolicy::skill,
                    "language", RoutingPolicy::language,
                    "assigned-specialist", RoutingPolicy::assignedSpecialist,
                    "previous-agent", RoutingPolicy::previousAgent,
                    "least-loaded", RoutingPolicy::leastLoaded,
                    "round-robin", RoutingPolicy::roundRobin,
                    "longest-idle", RoutingPolicy::longestIdle);

    /// The policies of a desk; the last resort is the least loaded agent.
    static List<RoutingPolicy> ordered(List<String> strategy) {
        return java.util.stream.Stream.concat(
                        strategy.stream(), java.util.stream.Stream.of("least-loaded"))
                .distinct()
                .map(STRATEGIES::get)
                .filter(Objects::nonNull)
                .toList();
    }

    private static Verdict hours(Desk desk, Waiting chat, Member agent) {
        return desk.hours().opensAt() == null
                ? Verdict.ALLOWED
                : new Refused("closed until " + desk.hours().opensAt());
    }

    private static Verdict onDuty(Desk desk, Waiting chat, Member agent) {
        return agent.status() == AgentStatus.AVAILABLE
                ? Verdict.ALLOWED
                : new Refused(
                        agent.status().name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'));
    }

    private static Verdict capacity(Desk desk, Waiting chat, Member agent) {
        return agent.load() < agent.capacity()
                ? Verdict.ALLOWED
                : new Refused("full (%d of %d)".formatted(agent.load(), agent.capacity()));
    }

    private static Verdict notTheSender(Desk desk, Waiting chat, Member agent) {
        return agent.agentId().equals(chat.notAgent())
                ? new Refused("handed it over")
                : Verdict.ALLOWED;
    }

    /// Whom a transfer to a skill may reach at all, whether they are asked or help themselves.
    static Verdict onlySkilled(Desk desk, Waiting chat, Member agent) {
        Wants wants = chat.wants();
        return !wants.needsSkill() || agent.profile().skills().contains(wants.skill())
                ? Verdict.ALLOWED
                : new Refused("lacks the skill " + wants.skill());
    }

    private static Verdict notAskedAgain(Desk desk, Waiting chat, Member agent) {
        return chat.asked().asUnchanged(agent) ? new Refused("asked before") : Verdict.ALLOWED;
    }

    private static Verdict notWhoDeclined(Desk desk, Waiting chat, Member agent) {
        return chat.asked().declined().contains(agent.agentId())
                ? new Refused("declined it")
                : Verdict.ALLOWED;
    }

    private static Verdict skill(Desk desk, Waiting chat, Member agent) {
        String wanted = chat.wants().skill();
        return wanted != null && agent.profile().skills().contains(wanted)
                ? new Scored(1, "has the skill " + wanted)
                : Verdict.ALLOWED;
    }

    private static Verdict language(Desk desk, Waiting chat, Member agent) {
        String wanted = chat.wants().language();
        return wanted != null && agent.profile().speaks(wanted)
                ? new Scored(1, "speaks " + wanted)
                : Verdict.ALLOWED;
    }

    /// R41: the customer's own Loan Engineer, and somebody else if they can't be asked.
    private static Verdict assignedSpecialist(Desk desk, Waiting chat, Member agent) {
        Served.Agents known = desk.served().of(chat.wants());
        return known != null && known.first().equals(agent.agentId())
                ? new Scored(1, "the customer's own specialist")
                : Verdict.ALLOWED;
    }

    private static Verdict previousAgent(Desk desk, Waiting chat, Member agent) {
        Served.Agents known = desk.served().of(chat.wants());
        return known != null && known.last().equals(agent.agentId())
                ? new Scored(1, "served the customer before")
                : Verdict.ALLOWED;
    }

    private static Verdict leastLoaded(Desk desk, Waiting chat, Member agent) {
        return new Scored(-agent.load(), "least loaded");
    }

    private static Verdict roundRobin(Desk desk, Waiting chat, Member agent) {
        return new Scored(-agent.lastPlaced(), "next in turn");
    }

    private static Verdict longestIdle(Desk desk, Waiting chat, Member agent) {
        return new Scored(-agent.idleFrom(), "idle for longest");
    }
}
