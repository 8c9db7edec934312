package io.chatkeeper.routing.desk;

import io.chatkeeper.routing.desk.Verdict.Allowed;
import io.chatkeeper.routing.desk.Verdict.Refused;
import io.chatkeeper.routing.desk.Verdict.Scored;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Whom a desk asks for a chat, and why (R41). Who passes the gates is a candidate; the words of
/// the SOP's `strategy` are tried in their order, and the first that prefers some to others decides
/// among them. Who did not answer is asked again only if there is nobody else. Among equals it is
/// who was given a chat longest ago, then by id.
final class Choice {
    /// How many reasons why others were not asked an event keeps; one more says how many are left
    /// out.
    static final int MOST_PASSED_OVER = 7;

    private static final Comparator<Member> LAST_RESORT =
            Comparator.comparingLong(Member::lastPlaced).thenComparing(Member::agentId);

    /// @param because why this agent and no other, in words for a lead
    /// @param passedOver why others were not asked, bounded
    record Chosen(String agentId, String because, List<String> passedOver) {}

    private Choice() {}

    /// The one to ask; nobody if everybody is refused.
    ///
    /// @param free the members that may be considered at all
    static Optional<Chosen> among(
            Desk desk, List<Member> free, Waiting chat, List<RoutingPolicy> strategy) {
        List<Member> candidates =
                free.stream().filter(agent -> refusal(desk, chat, agent).isEmpty()).toList();
        if (candidates.isEmpty()) {
            return Optional.empty();
        }
        List<Member> fresh =
                candidates.stream()
                        .filter(agent -> !chat.asked().silent().contains(agent.agentId()))
                        .toList();
        List<Member> best = fresh.isEmpty() ? candidates : fresh;
        List<String> reasons = new ArrayList<>();
        for (RoutingPolicy policy : strategy) {
            long most =
                    best.stream().mapToLong(m -> points(policy, desk, chat, m)).max().orElseThrow();
            List<Member> preferred =
                    best.stream().filter(m -> points(policy, desk, chat, m) == most).toList();
            if (policy.judge(desk, chat, preferred.getFirst()) instanceof Scored(_, var why)
                    && (preferred.size() < best.size() || reasons.isEmpty())) {
                reasons.add(why);
            }
            best = preferred;
        }
        Member chosen = best.stream().min(LAST_RESORT).orElseThrow();
        return Optional.of(
                new Chosen(
                        chosen.agentId(),
                        because(chosen, candidates.size(), reasons),
                        passedOver(desk, chat, chosen)));
    }

    private static String because(Member chosen, int candidates, List<String> reasons) {
        return "%s of %d (%d of %d)"
                .formatted(
                        String.join(", ", reasons), candidates, chosen.load(), chosen.capacity());
    }

    private static long points(RoutingPolicy policy, Desk desk, Waiting chat, Member agent) {
        return policy.judge(desk, chat, agent) instanceof Scored(long points, _) ? points : 0;
    }

    /// The first gate that refuses this agent, if one does.
    static Optional<String> refusal(Desk desk, Waiting chat, Member agent) {
        for (RoutingPolicy gate : RoutingPolicy.GATES) {
            switch (gate.judge(desk, chat, agent)) {
                case Refused(var reason) -> {
                    return Optional.of(reason);
                }
                case Allowed _, Scored _ -> {}
            }
        }
        return Optional.empty();
    }

    /// A desk of hundreds tells of some of them only: those whom the customer might have met first.
    private static List<String> passedOver(Desk desk, Waiting chat, Member chosen) {
        List<String> told = new ArrayList<>();
        int others = desk.members().size() - 1;
        for (Member member : desk.members()) {
            if (told.size() == MOST_PASSED_OVER) {
                break;
            }
            if (!member.agentId().equals(chosen.agentId())) {
                told.add(member.agentId() + ": " + refusal(desk, chat, member).orElse("not first"));
            }
        }
        if (others > told.size()) {
            told.add("and %d more".formatted(others - told.size()));
        }
        return List.copyOf(told);
    }
}
