package io.chatkeeper.sla.listening;

import io.chatkeeper.contract.ClockCommand.Observe;
import io.chatkeeper.contract.Envelope;
import io.chatkeeper.contract.Occurrence;
import io.chatkeeper.contract.PublicChatEvent;
import io.chatkeeper.contract.PublicChatEvent.*;
import io.chatkeeper.contract.Recorded;
import io.chatkeeper.contract.SopRef;
import io.chatkeeper.contract.Topics;
import io.chatkeeper.pipeline.Policy;
import io.chatkeeper.sop.Sops;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How the clocks of a chat learn what happens to it. The time that counts is the event's own.
public final class SlaPolicies {
    private SlaPolicies() {}

    /// The name is part of command ids and never changes.
    ///
    /// @param sops tell which happenings no clock of a chat's version could care about: most
    ///   messages then cost nothing here
    public static List<Policy> all(Sops sops) {
        return List.of(
                Policy.ofSystem(
                        "sla.observe", Topics.CHAT_EVENTS, recorded -> observe(recorded, sops)));
    }

    /// @param desk where it happened, if the event says so
    private record Happening(
            Occurrence occurrence,
            @Nullable String desk,
            @Nullable String agentId,
            @Nullable String transferId) {}

    private static List<Observe> observe(Recorded recorded, Sops sops) {
        Envelope envelope = recorded.envelope();
        if (!(recorded.event() instanceof PublicChatEvent event) || envelope.sopVersion() == null) {
            return List.of();
        }
        SopRef sop = SopRef.parse(envelope.sopVersion());
        Happening happening = happening(event);
        return happening == null || !sops.get(sop).movesClocks(happening.occurrence)
                ? List.of()
                : List.of(
                        new Observe(
                                event.chatId(),
                                happening.occurrence,
                                envelope.time(),
                                sop,
                                happening.desk,
                                happening.agentId,
                                happening.transferId,
                                followUpId(event),
                                event instanceof FollowUpPromised promised
                                        ? promised.dueAt()
                                        : null));
    }

    private static @Nullable String followUpId(PublicChatEvent event) {
        return switch (event) {
            case FollowUpPromised promised -> promised.followUpId();
            case FollowUpCompleted done -> done.followUpId();
            default -> null;
        };
    }

    private static @Nullable Happening happening(PublicChatEvent event) {
        return switch (event) {
            case ChatOpened e -> new Happening(Occurrence.OPENED, e.desk(), null, null);
            case ChatAssigned e -> assigned(e);
            case MessagePosted e -> written(e);
            case TransferRequested e -> requested(e);
            case TransferAcknowledged e ->
                    new Happening(Occurrence.ACKNOWLEDGED, e.desk(), e.agentId(), e.transferId());
            case TransferDeclined e -> ended(null, e.agentId(), e.transferId());
            case TransferWithdrawn e -> ended(e.toDesk(), e.receiver(), e.transferId());
            case TransferReturned e -> ended(e.toDesk(), e.receiver(), e.transferId());
            case ChatEscalated e ->
                    new Happening(Occurrence.ESCALATED, e.toDesk(), null, e.transferId());
            case ChatTakenOver e ->
                    new Happening(Occurrence.TAKEN_OVER, e.desk(), e.agentId(), null);
            case ChatResolved _ -> new Happening(Occurrence.RESOLVED, null, null, null);
            case ChatClosed e -> new Happening(Occurrence.CLOSED, e.desk(), e.agentId(), null);
            case ChatReopened e -> new Happening(Occurrence.REOPENED, e.desk(), e.agentId(), null);
            case OfCase e -> ofCase(e);
            case OfApproval _,
                    OfAssist _,
                    OfClockAct _,
                    OfRecord _,
                    OfLadder _,
                    OfHours _,
                    OfTransfer _,
                    OfRule _ ->
                    null;
            case ChatGivenBack e -> new Happening(Occurrence.REOPENED, e.desk(), null, null);
            case AssignmentRefused _,
                    VisitorLeft _,
                    ChatNoted _,
                    NoteRefused _,
                    ResolutionProposed _,
                    ResolutionConfirmed _,
                    ResolutionRefused _ ->
                    null;
        };
    }

    private static Happening requested(TransferRequested e) {
        return new Happening(
                Occurrence.TRANSFERRED,
                e.toDesk() == null ? e.fromDesk() : e.toDesk(),
                e.toAgent(),
                e.transferId());
    }

    private static @Nullable Happening assigned(ChatAssigned e) {
        return e.transferId() == null
                ? new Happening(Occurrence.ASSIGNED, e.desk(), e.agentId(), null)
                : null;
    }

    private static @Nullable Happening ofCase(OfCase event) {
        return switch (event) {
            case ComplaintRaised _ -> new Happening(Occurrence.COMPLAINED, null, null, null);
            case CustomerUpdated e ->
                    new Happening(Occurrence.CUSTOMER_UPDATED, null, e.agentId(), null);
            case FollowUpPromised e ->
                    new Happening(Occurrence.FOLLOW_UP_PROMISED, null, e.owner(), null);
            case FollowUpCompleted e ->
                    new Happening(Occurrence.FOLLOW_UP_COMPLETED, null, e.agentId(), null);
            case ConductWarningGiven _ ->
                    new Happening(Occurrence.WARNED_CONDUCT, null, null, null);
            case ChatRated _, CustomerVerified _, ConcernNoticed _, ChatClassified _ -> null;
        };
    }

    private static @Nullable Happening written(MessagePosted e) {
        if (e.author().asking()) {
            return new Happening(Occurrence.CUSTOMER_WROTE, null, null, null);
        }
        return e.author().serving()
                ? new Happening(Occurrence.REPLIED, null, e.author().id(), null)
                : null;
    }

    private static Happening ended(
            @Nullable String desk, @Nullable String agentId, String transferId) {
        return new Happening(Occurrence.TRANSFER_ENDED, desk, agentId, transferId);
    }
}
