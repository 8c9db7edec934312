package io.chatkeeper.sop;

import io.chatkeeper.contract.Occurrence;
import io.chatkeeper.contract.Role;
import io.chatkeeper.contract.SopRef;
import io.chatkeeper.contract.Violation;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// One version of a written procedure, read and found consistent: what it names, exists. Maps keep
/// the order of the file.
///
/// @param desks the desks this procedure owns; desk ids are company-wide
/// @param source the file's text, as it was read
public record Sop(
        SopRef ref,
        String title,
        Review review,
        Map<String, BusinessCalendar> calendars,
        Map<String, DeskRule> desks,
        Map<String, ClockRule> clocks,
        TransferRule transfer,
        NoteRules notes,
        EscalationRules escalation,
        ClosingRules closing,
        IdleRules idle,
        GreetingRules greeting,
        List<ToneRule> tone,
        WordRules words,
        List<RequestForm> forms,
        AssistRules assist,
        CaseRules cases,
        Handbook handbook,
        String source) {
    /// Keeps the file's order and lets nobody change what was read.
    public Sop {
        calendars = Ordered.copy(calendars);
        desks = Ordered.copy(desks);
        clocks = Ordered.copy(clocks);
        tone = List.copyOf(tone);
        forms = List.copyOf(forms);
    }

    public AbuseRules abuse() {
        return cases.abuse();
    }

    public VerificationRules verification() {
        return cases.verification();
    }

    public ClassificationRules classification() {
        return cases.classification();
    }

    public FollowUpRules followUps() {
        return cases.followUps();
    }

    /// What may be done to a customer's account, by name.
    public Map<String, ActionRule> actions() {
        return cases.actions();
    }

    /// Where a chat has to be written on this occasion (R136).
    public List<String> recordedOn(Occasion occasion) {
        return cases.records().on(occasion);
    }

    /// Whether a refusal for this violation becomes an event (P6).
    public boolean records(Violation violation) {
        return cases.recordedViolations().contains(violation.ruleId())
                || cases.recordedViolations().contains(violation.requirement());
    }

    /// The desk where a customer's chat starts: the one marked `entry`, otherwise the first.
    public String entryDesk() {
        return desks.values().stream()
                .filter(DeskRule::entry)
                .findFirst()
                .or(() -> desks.values().stream().findFirst())
                .orElseThrow(() -> new IllegalStateException("an SOP without desks: " + ref))
                .id();
    }

    /// The desk where people of this role sit. Where there is none, the next rung above it that has
    /// one, then the highest one below, then the entry desk: an escalation always arrives (R92).
    public String deskOf(Role role) {
        return desks.values().stream()
                .filter(desk -> desk.role() == role)
                .findFirst()
                .or(() -> rungAbove(role))
                .or(this::highestRung)
                .map(DeskRule::id)
                .orElseGet(this::entryDesk);
    }

    private Optional<DeskRule> rungAbove(Role role) {
        return ladderDesks()
                .filter(desk -> desk.role().ranksAtLeast(role))
                .min(Comparator.comparing(DeskRule::role));
    }

    private Optional<DeskRule> highestRung() {
        return ladderDesks().max(Comparator.comparing(DeskRule::role));
    }

    private Stream<DeskRule> ladderDesks() {
        return desks.values().stream().filter(desk -> desk.role().leads());
    }

    /// The form of that name, if the file has one.
    public Optional<RequestForm> form(@Nullable String name) {
        return forms.stream().filter(form -> form.isCalled(name)).findFirst();
    }

    /// The calendar of that name.
    ///
    /// @throws IllegalArgumentException if the file has none of that name
    public BusinessCalendar calendar(String name) {
        BusinessCalendar calendar = calendars.get(name);
        if (calendar == null) {
            throw new IllegalArgumentException(ref + " has no calendar " + name);
        }
        return calendar;
    }

    /// The name of the calendar by which a clock runs while this desk has the chat.
    ///
    /// @param desk null if that is not known
    public String calendarOf(ClockRule clock, @Nullable String desk) {
        DeskRule rule = desk == null ? null : desks.get(desk);
        if (rule == null) {
            return clock.calendar();
        }
        boolean counts =
                switch (clock.hours()) {
                    case OWN -> false;
                    case CLOSING_DESK -> rule.closes();
                    case DESK -> true;
                };
        return counts ? rule.calendar() : clock.calendar();
    }

    /// The clock of that name.
    ///
    /// @throws IllegalArgumentException if the file has none of that name
    public ClockRule clock(String name) {
        ClockRule clock = clocks.get(name);
        if (clock == null) {
            throw new IllegalArgumentException(ref + " has no clock " + name);
        }
        return clock;
    }

    /// Whether this happening can start or end any clock of this version.
    public boolean movesClocks(Occurrence occurrence) {
        return clocks.values().stream().anyMatch(clock -> clock.hears(occurrence));
    }

    /// The clocks that this happening starts, in the order of the file.
    public List<ClockRule> clocksStartedBy(Occurrence occurrence) {
        return clocks.values().stream()
                .filter(clock -> clock.start().contains(occurrence))
                .toList();
    }
}
