package io.chatkeeper.sop;

import io.chatkeeper.contract.PersonalText;
import io.chatkeeper.contract.ProposedFollowUp;
import io.chatkeeper.sop.text.TextReading;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.List;

/// Reads dated promises out of a note, "Follow-up scheduled for tomorrow" (R132), for the agent to
/// confirm. A guess only: nobody is bound by it before.
public final class FollowUpGuess {
    private static final LocalTime USUAL_END = LocalTime.of(17, 0);
    private static final int MOST = 5;
    private static final String MONTH_FIRST = "America/";

    private FollowUpGuess() {}

    /// What the note promises, in its order.
    ///
    /// @param at when the note was written
    /// @param calendar of the desk; its zone says what `3 pm` means, its hours when a day ends
    public static List<ProposedFollowUp> in(String note, Instant at, BusinessCalendar calendar) {
        ZonedDateTime here = at.atZone(calendar.zone());
        boolean monthFirst = calendar.zone().getId().startsWith(MONTH_FIRST);
        return new TextReading(note)
                .promises(here.toLocalDateTime(), day -> end(calendar, day), monthFirst).stream()
                        .limit(MOST)
                        .map(promise ->
                                new ProposedFollowUp(
                                        PersonalText.of(
                                                note.substring(promise.start(), promise.end())),
                                        promise.due().atZone(calendar.zone()).toInstant(),
                                        promise.start(),
                                        promise.end()))
                        .filter(proposed -> proposed.dueAt().isAfter(at))
                        .toList();
    }

    /// When work ends on that day; a desk that never closes, or not then, has a usual end.
    private static LocalTime end(BusinessCalendar calendar, LocalDate day) {
        DayOfWeek weekday = day.getDayOfWeek();
        List<OpenHours> hours = calendar.week().getOrDefault(weekday, List.of());
        if (hours.isEmpty() || hours.getLast().to() == OpenHours.DAY) {
            return USUAL_END;
        }
        return LocalTime.ofSecondOfDay(hours.getLast().to() * 60L);
    }
}
