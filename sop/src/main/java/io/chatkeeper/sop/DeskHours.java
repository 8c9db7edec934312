package io.chatkeeper.sop;

import io.chatkeeper.sop.ClosedRule.LeaveMessage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// When a procedure's desks are open, and where a chat goes that comes to a closed one. A desk
/// closes only if its file says what then becomes of its chats.
public final class DeskHours {
    /// How many desks a chat is sent on from, at the most.
    static final int MOST_HOPS = 5;

    private DeskHours() {}

    /// Where a chat goes.
    ///
    /// @param asked the desk it came to
    /// @param desk the desk in whose line it stands
    /// @param askedOpensAt when the desk it came to opens again; null if that one is open
    /// @param held how it waits for the opening of `desk`; null if that one is open
    public record Arrival(
            String asked, String desk, @Nullable Instant askedOpensAt, @Nullable Held held) {}

    /// A message was left, and is answered once the desk has opened.
    ///
    /// @param words what the customer is told
    public record Held(Instant opensAt, Instant answerBy, String words) {}

    /// A desk of the way that takes messages.
    private record Taking(DeskRule desk, LeaveMessage how, Instant opensAt) {}

    /// Where a chat goes that comes to this desk at that time: there, or else to the first desk on
    /// the way that is open. If none is, a message is left at the one that opens first.
    ///
    /// @param reference the chat's own, for the words
    public static Arrival arrival(Sop sop, String deskId, Instant at, String reference) {
        Optional<Instant> opens = opensAt(sop, deskId, at);
        if (opens.isEmpty()) {
            return new Arrival(deskId, deskId, null, null);
        }
        List<Taking> taking = new ArrayList<>();
        DeskRule desk = sop.desks().get(deskId);
        for (int hops = 0; desk != null && hops <= MOST_HOPS; hops++) {
            Optional<Instant> next = opensAt(sop, desk.id(), at);
            if (next.isEmpty()) {
                return new Arrival(deskId, desk.id(), opens.get(), null);
            }
            ClosedRule closed = desk.closed();
            if (closed != null && closed.leaveMessage() != null) {
                taking.add(new Taking(desk, closed.leaveMessage(), next.get()));
            }
            String elsewhere = closed == null ? null : closed.elsewhere();
            desk = elsewhere == null ? null : sop.desks().get(elsewhere);
        }
        return taking.stream()
                .min(Comparator.comparing(Taking::opensAt))
                .map(here -> waiting(sop, deskId, opens.get(), here, reference))
                .orElseGet(() -> new Arrival(deskId, deskId, opens.get(), null));
    }

    private static Arrival waiting(
            Sop sop, String asked, Instant askedOpensAt, Taking here, String reference) {
        BusinessCalendar calendar = sop.calendar(here.desk.calendar());
        Instant answerBy = calendar.plus(here.opensAt, here.how.followUp());
        String words = here.how.words(here.opensAt, answerBy, calendar.zone(), reference);
        return new Arrival(
                asked, here.desk.id(), askedOpensAt, new Held(here.opensAt, answerBy, words));
    }

    /// When a closed desk opens again; empty if it is open, or not of this file.
    public static Optional<Instant> opensAt(Sop sop, String deskId, Instant at) {
        return calendar(sop, deskId)
                .map(calendar -> calendar.opensAt(at))
                .filter(opens -> opens.isAfter(at));
    }

    /// When an open desk closes; empty if it is closed, not of this file, or does not close within
    /// four hundred days.
    public static Optional<Instant> closesAt(Sop sop, String deskId, Instant at) {
        return calendar(sop, deskId)
                .flatMap(calendar -> calendar.closesAt(at))
                .filter(closes -> closes.isAfter(at));
    }

    private static Optional<BusinessCalendar> calendar(Sop sop, String deskId) {
        return Optional.ofNullable(sop.desks().get(deskId))
                .filter(DeskRule::closes)
                .map(desk -> sop.calendar(desk.calendar()));
    }
}
