package io.chatkeeper.routing.desk;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// Whom a desk asks, and why (R41). The words of the SOP's `strategy` are tried in their order; one
/// that can't decide passes on to the next, and the last resort is the least loaded agent.
final class Choice {
    private static final Comparator<Candidate> LEAST_LOADED =
            Comparator.comparingInt(Candidate::load)
                    .thenComparingLong(Candidate::lastPlaced)
                    .thenComparing(Candidate::agentId);

    private static final Map<String, Strategy> STRATEGIES =
            Map.of(
                    "skill", Choice::skill,
                    "previous-agent", Choice::previousAgent,
                    "assigned-specialist", Choice::assignedSpecialist,
                    "least-loaded", Choice::leastLoaded);

    /// @param because why this agent and no other, in words for a lead
    record Chosen(String agentId, String because) {}

    @FunctionalInterface
    private interface Strategy {
        /// The agent, if this strategy can tell; the candidates are never none.
        Optional<Chosen> among(List<Candidate> candidates);
    }

    private Choice() {}

    /// The one to ask; nobody only if there are no candidates.
    static Optional<Chosen> among(List<Candidate> candidates, List<String> strategy) {
        if (candidates.isEmpty()) {
            return Optional.empty();
        }
        return strategy.stream()
                .map(STRATEGIES::get)
                .filter(Objects::nonNull)
                .flatMap(word -> word.among(candidates).stream())
                .findFirst()
                .or(() -> leastLoaded(candidates));
    }

    /// A chat does not say yet which skill it needs.
    private static Optional<Chosen> skill(List<Candidate> candidates) {
        return Optional.empty();
    }

    /// A desk does not know yet who served the customer before.
    private static Optional<Chosen> previousAgent(List<Candidate> candidates) {
        return Optional.empty();
    }

    /// A desk does not know yet which specialist the customer has.
    private static Optional<Chosen> assignedSpecialist(List<Candidate> candidates) {
        return Optional.empty();
    }

    /// Fewest chats; among equals who has waited longest for one, then by id.
    private static Optional<Chosen> leastLoaded(List<Candidate> candidates) {
        return candidates.stream()
                .min(LEAST_LOADED)
                .map(best ->
                        new Chosen(
                                best.agentId(),
                                "least loaded of %d (%d of %d)"
                                        .formatted(
                                                candidates.size(), best.load(), best.capacity())));
    }
}
