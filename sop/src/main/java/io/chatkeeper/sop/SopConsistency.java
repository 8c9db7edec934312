package io.chatkeeper.sop;

import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// What must fit together across a file: names that are used exist, limits are in order, texts name
/// what they must. Looks past what `ShapeCheck` has reported, so that all faults come at once.
final class SopConsistency {
    private final FaultList faults;

    SopConsistency(FaultList faults) {
        this.faults = faults;
    }

    void check(Yaml file) {
        file.at("review").ifPresent(this::review);
        Map<String, Duration> longest = calendars(file.table("calendars"));
        file.table("desks")
                .forEach((name, desk) -> calendar("desks." + name, desk, longest.keySet()));
        entryDesks(file.table("desks"));
        file.table("clocks")
                .forEach((name, clock) -> {
                    String path = "clocks." + name;
                    calendar(path, clock, longest.keySet());
                    fits(path, clock.value(), desksClose(file), longest);
                    new ClockConsistency(faults, path, clock.value()).check();
                });
        new HoursConsistency(faults, file, longest).check();
        file.at("notes").ifPresent(notes -> notes.table("length").forEach(this::noteLength));
        file.at("escalation").ifPresent(this::escalation);
        file.at("greeting").ifPresent(this::greeting);
        file.at("transfer")
                .flatMap(transfer -> transfer.at("returned"))
                .ifPresent(text -> places(text, "transfer.returned", Set.of("agent"), false));
        new AssistConsistency(faults, file).check();
    }

    private Map<String, Duration> calendars(Map<String, Yaml.Entry> calendars) {
        Map<String, Duration> longest = new HashMap<>();
        calendars.forEach((name, calendar) ->
                longest.put(
                        name,
                        new CalendarConsistency(faults, "calendars." + name, calendar.value())
                                .check()));
        return longest;
    }

    private void review(Yaml review) {
        Optional<LocalDate> last = review.text("last").flatMap(SopConsistency::date);
        Optional<LocalDate> next = review.text("next").flatMap(SopConsistency::date);
        if (last.isPresent() && next.isPresent() && !next.get().isAfter(last.get())) {
            faults.add(review, "review.next", "The next review must come after the last one.");
        }
    }

    private void calendar(String path, Yaml.Entry user, Set<String> calendars) {
        user.value()
                .at("calendar")
                .filter(name -> name.text().filter(calendars::contains).isEmpty())
                .ifPresent(name ->
                        faults.add(
                                name,
                                path + ".calendar",
                                "There is no calendar of that name; there are "
                                        + String.join(", ", calendars)
                                        + "."
                                        + Nearest.hint(name.text().orElse(""), calendars)));
    }

    private void entryDesks(Map<String, Yaml.Entry> desks) {
        desks.entrySet().stream()
                .filter(desk -> desk.getValue().value().text("entry").equals(Optional.of("true")))
                .skip(1)
                .forEach(desk ->
                        faults.add(
                                desk.getValue().line(),
                                desk.getValue().column(),
                                "desks." + desk.getKey() + ".entry",
                                "Chats start at one desk only."));
    }

    private static boolean desksClose(Yaml file) {
        return file.table("desks").values().stream()
                .anyMatch(desk -> desk.value().at("closed").isPresent());
    }

    private void fits(String path, Yaml clock, boolean byDesk, Map<String, Duration> longest) {
        Optional<Duration> breach = clock.text("breach").flatMap(SopConsistency::duration);
        Optional<Duration> most =
                byDesk || clock.at("deskCalendar").isPresent()
                        ? longest.values().stream().min(Comparator.naturalOrder())
                        : clock.text("calendar").map(longest::get);
        if (breach.isPresent() && most.isPresent() && breach.get().compareTo(most.get()) > 0) {
            faults.add(
                    clock.at("breach").orElse(clock),
                    path + ".breach",
                    "With this calendar the clock would run for more than ten years.");
        }
    }

    private void noteLength(String kind, Yaml.Entry length) {
        Optional<Integer> least = length.value().text("leastWords").flatMap(SopConsistency::whole);
        Optional<Integer> most = length.value().text("mostWords").flatMap(SopConsistency::whole);
        if (least.isPresent() && most.isPresent() && least.get() > most.get()) {
            faults.add(
                    length.line(),
                    length.column(),
                    "notes.length." + kind,
                    "No note can have at least "
                            + least.get()
                            + " and at most "
                            + most.get()
                            + " words.");
        }
    }

    private void escalation(Yaml escalation) {
        escalation.at("message").ifPresent(this::escalationMessage);
        escalation.table("startAt").forEach((trigger, rung) -> starts(escalation, trigger, rung));
        List<String> ladder = escalation.texts("ladder");
        List<String> sorted = SopShape.LADDER.stream().filter(ladder::contains).toList();
        if (SopShape.LADDER.containsAll(ladder) && !ladder.equals(sorted)) {
            escalation
                    .at("ladder")
                    .ifPresent(at ->
                            faults.add(
                                    at,
                                    "escalation.ladder",
                                    "Name each rung once, the lowest first."));
        }
    }

    private void starts(Yaml escalation, String trigger, Yaml.Entry rung) {
        String path = "escalation.startAt." + trigger;
        List<String> triggers = escalation.texts("triggers");
        List<String> ladder = escalation.texts("ladder");
        if (!triggers.isEmpty() && !triggers.contains(trigger)) {
            faults.add(rung.value(), path, "Nobody may escalate for this; name it a trigger.");
        }
        if (!ladder.isEmpty() && !ladder.contains(rung.value().text().orElse(""))) {
            faults.add(rung.value(), path, "Name a rung of the ladder.");
        }
    }

    private void escalationMessage(Yaml message) {
        places(message, "escalation.message", Set.of("time", "contact", "reference"), true);
    }

    private void greeting(Yaml greeting) {
        greeting.at("text")
                .ifPresent(
                        text -> places(text, "greeting.text", Set.of("customer", "agent"), false));
    }

    private void places(Yaml text, String path, Set<String> known, boolean all) {
        Set<String> used = text.text().map(Placeholders::in).orElse(known);
        for (String place : new TreeSet<>(used)) {
            if (!known.contains(place)) {
                faults.add(text, path, "Nobody fills in {" + place + "}.");
            }
        }
        for (String place : new TreeSet<>(known)) {
            if (all && !used.contains(place)) {
                faults.add(text, path, "The customer must be told {" + place + "}.");
            }
        }
    }

    static Optional<Duration> duration(String text) {
        try {
            return Optional.of(Duration.parse(text));
        } catch (DateTimeParseException notOne) {
            return Optional.empty();
        }
    }

    private static Optional<Integer> whole(String text) {
        return text.matches("[0-9]{1,9}") ? Optional.of(Integer.valueOf(text)) : Optional.empty();
    }

    private static Optional<LocalDate> date(String text) {
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeParseException notOne) {
            return Optional.empty();
        }
    }
}
