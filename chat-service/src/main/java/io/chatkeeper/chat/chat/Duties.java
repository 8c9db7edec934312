package io.chatkeeper.chat.chat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What is still owed: follow-ups to the customer, answers to those who asked for an approval.
///
/// @param open follow-ups that are not done; at most [#MOST]
/// @param promised whether there has ever been a follow-up (R60)
/// @param approvals asked for or granted, and not used yet; at most [#MOST]
record Duties(List<FollowUp> open, boolean promised, List<Approval> approvals) {
    static final int MOST = 20;
    static final Duties NONE = new Duties(List.of(), false, List.of());

    record FollowUp(String id, @Nullable String owner, @Nullable Instant dueAt) {}

    record Approval(String id, String action, boolean granted) {}

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
                Stream.concat(without(next.id), Stream.of(next)).toList(), true, approvals);
    }

    Duties completed(String id) {
        return new Duties(without(id).toList(), promised, approvals);
    }

    Duties asking(Approval next) {
        return new Duties(open, promised, Stream.concat(others(next.id), Stream.of(next)).toList());
    }

    Duties answered(@Nullable String approvalId) {
        return new Duties(open, promised, others(approvalId).toList());
    }

    private Stream<FollowUp> without(String id) {
        return open.stream().filter(one -> !one.id.equals(id));
    }

    private Stream<Approval> others(@Nullable String id) {
        return approvals.stream().filter(one -> !one.id.equals(id));
    }
}
