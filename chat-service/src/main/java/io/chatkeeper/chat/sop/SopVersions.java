package io.chatkeeper.chat.sop;

import io.chatkeeper.contract.Decision;
import io.chatkeeper.contract.Refusal;
import io.chatkeeper.contract.RefusalKind;
import io.chatkeeper.contract.Refused;
import io.chatkeeper.contract.SopCommand;
import io.chatkeeper.contract.SopCommand.PublishSop;
import io.chatkeeper.contract.SopRef;
import io.chatkeeper.contract.StreamId;
import io.chatkeeper.contract.WakeUp;
import io.chatkeeper.sop.Sop;
import io.chatkeeper.sop.SopFaults;
import io.chatkeeper.sop.SopReader;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What must be remembered of an SOP in order to publish the next version.
///
/// @param version the version in force; 0 before the first
/// @param reviewDue when a reminder is due; null if it has been given
record SopVersions(int version, @Nullable String yaml, @Nullable Instant reviewDue) {
    static final SopVersions NONE = new SopVersions(0, null, null);

    static List<SopEvent> decide(SopVersions state, SopCommand command, Decision by)
            throws Refused {
        return switch (command) {
            case PublishSop publish -> publish(state, publish);
            case WakeUp wake -> remind(state, wake, by);
        };
    }

    SopVersions evolve(SopEvent event) {
        return switch (event) {
            case SopEvent.SopPublished published ->
                    new SopVersions(published.version(), published.yaml(), published.reviewDue());
            case SopEvent.SopReviewDue _ -> new SopVersions(version, yaml, null);
        };
    }

    private static List<SopEvent> publish(SopVersions state, PublishSop publish) throws Refused {
        if (publish.expectedVersion() != null && publish.expectedVersion() != state.version) {
            throw new Refused(
                    Refusal.of(
                            RefusalKind.PRECONDITION,
                            "stale-version",
                            "Version " + state.version + " is in force by now."));
        }
        if (publish.version() == state.version && publish.yaml().equals(state.yaml)) {
            return List.of();
        }
        if (publish.version() <= state.version) {
            throw Refused.conflict(
                    "version-published",
                    "Version %d is in force; give this text a higher number."
                            .formatted(state.version));
        }
        Sop sop = checked(publish);
        return List.of(
                new SopEvent.SopPublished(
                        publish.sopId(), publish.version(), publish.yaml(), dueOf(sop)));
    }

    private static List<SopEvent> remind(SopVersions state, WakeUp wake, Decision by) {
        Instant due = state.reviewDue;
        return due == null || by.at().isBefore(due)
                ? List.of()
                : List.of(
                        new SopEvent.SopReviewDue(
                                StreamId.subject(wake.streamId()), state.version));
    }

    /// The beginning of the day, where the procedure's first calendar is.
    private static Instant dueOf(Sop sop) {
        ZoneId zone = sop.calendars().values().iterator().next().zone();
        return sop.review().next().atStartOfDay(zone).toInstant();
    }

    private static Sop checked(PublishSop publish) throws Refused {
        try {
            Sop sop = SopReader.read(publish.yaml());
            if (!sop.ref().equals(new SopRef(publish.sopId(), publish.version()))) {
                throw malformed("The file says it is " + sop.ref() + ".");
            }
            return sop;
        } catch (SopFaults faults) {
            throw malformed(faults.getMessage());
        }
    }

    private static Refused malformed(@Nullable String detail) {
        return new Refused(
                Refusal.of(
                        RefusalKind.MALFORMED,
                        "sop-faults",
                        detail == null ? "The file has faults." : detail));
    }
}
