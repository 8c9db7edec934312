package io.chatkeeper.chat.chat;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What is still owed: follow-ups to the customer, answers to those who asked for an approval.
///
/// @param open follow-ups that are not done; at most [#MOST]
/// @param promised whether there has ever been a follow-up (R60)
/// @param approvals asked for or granted, and not used yet; at most [#MOST]
/// @param deliveries what another system does not have yet; of these the latest [#MOST]
record Duties(
        List<FollowUp> open,
        boolean promised,
        List<Approval> approvals,
        List<Delivery> deliveries) {
    static final int MOST = 20;
    static final Duties NONE = new Duties(List.of(), false, List.of(), List.of());

    record FollowUp(String id, @Nullable String owner, @Nullable Instant dueAt) {}

    record Approval(String id, String action, boolean granted) {}

    /// The chat as another system is to have it.
    ///
    /// @param attempt the latest one
    /// @param nextAt when the next attempt begins; null while one is under way, or if it was given
    ///   up
    record Delivery(
            String id,
            String destination,
            String occasion,
            int attempt,
            @Nullable Instant nextAt,
            boolean givenUp) {
        /// Whether no attempt is under way.
        boolean waits() {
            return givenUp || nextAt != null;
        }

        Delivery failed(@Nullable Instant again) {
            return new Delivery(id, destination, occasion, attempt, again, again == null);
        }
    }

    Optional<FollowUp> followUp(String id) {
        return open.stream().filter(one -> one.id.equals(id)).findFirst();
    }

    boolean owedBy(String agentId) {
        return open.stream().anyMatch(one -> agentId.equals(one.owner));
    }

    Optional<Approval> approval(String id) {
        return approvals.stream().filter(one -> one.id.equals(id)).findFirst();
    }

    Duties promising(FollowUp next) {
        return new Duties(
                Stream.concat(without(next.id), Stream.of(next)).toList(),
                true,
                approvals,
                deliveries);
    }

    Duties completed(String id) {
        return new Duties(without(id).toList(), promised, approvals, deliveries);
    }

    Duties asking(Approval next) {
        return new Duties(
                open,
                promised,
                Stream.concat(others(next.id), Stream.of(next)).toList(),
                deliveries);
    }

    Duties answered(@Nullable String approvalId) {
        return new Duties(open, promised, others(approvalId).toList(), deliveries);
    }

    private Stream<FollowUp> without(String id) {
        return open.stream().filter(one -> !one.id.equals(id));
    }

    private Stream<Approval> others(@Nullable String id) {
        return approvals.stream().filter(one -> !one.id.equals(id));
    }

    Optional<Delivery> delivery(String id) {
        return deliveries.stream().filter(one -> one.id.equals(id)).findFirst();
    }

    /// When the next delivery is to be tried again; null if none is.
    @Nullable Instant nextDeliveryAt() {
        return deliveries.stream()
                .map(Delivery::nextAt)
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    Duties delivering(Delivery next) {
        List<Delivery> all = Stream.concat(pending(next.id), Stream.of(next)).toList();
        return new Duties(
                open, promised, approvals, all.subList(Math.max(0, all.size() - MOST), all.size()));
    }

    Duties delivered(String id) {
        return new Duties(open, promised, approvals, pending(id).toList());
    }

    private Stream<Delivery> pending(String id) {
        return deliveries.stream().filter(one -> !one.id.equals(id));
    }
}
