package io.chatkeeper.sop;

import io.chatkeeper.contract.OfferTerms;
import io.chatkeeper.contract.Role;
import io.chatkeeper.contract.Severity;
import io.chatkeeper.contract.SopRef;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Makes the model of a file that has been checked, and supplies what the file leaves to us.
final class SopBuilder {
    private static final String ESCALATED_MESSAGE =
            "A lead of our team is looking at this. You'll have an update by {time}."
                    + " Your reference is {reference}; reach us at {contact}.";

    private final Yaml file;
    private final String source;

    SopBuilder(Yaml file, String source) {
        this.file = file;
        this.source = source;
    }

    Sop sop() {
        CaseBuilder cases = new CaseBuilder(file);
        AssistBuilder assist = new AssistBuilder(file);
        return new Sop(
                new SopRef(text(file, "sop"), Integer.parseInt(text(file, "version"))),
                text(file, "title"),
                review(part("review")),
                each("calendars", (_, calendar) -> calendar(calendar)),
                each("desks", SopBuilder::desk),
                each("clocks", (name, clock) -> ClockBuilder.clock(name, clock, desksClose())),
                transfer(part("transfer")),
                notes(part("notes")),
                escalation(part("escalation")),
                closing(part("closing")),
                new IdleRules(time(part("idle"), "visitorSilence", Duration.ofMinutes(15))),
                cases.greeting(),
                file.items("tone").map(SopBuilder::tone).toList(),
                new WordRules(smallLetters(part("words").texts("jargon"))),
                assist.forms(),
                assist.rules(),
                cases.cases(),
                Handbook.of(part("handbook")),
                source);
    }

    private boolean desksClose() {
        return file.table("desks").values().stream()
                .anyMatch(desk -> desk.value().at("closed").isPresent());
    }

    private Yaml part(String key) {
        return file.at(key).orElse(new Yaml.Table(1, 1, Map.of()));
    }

    private <T> Map<String, T> each(String key, BiFunction<String, Yaml, T> made) {
        Map<String, T> all = new LinkedHashMap<>();
        file.table(key).forEach((name, entry) -> all.put(name, made.apply(name, entry.value())));
        return all;
    }

    private static Review review(Yaml review) {
        Yaml approvedBy = review.at("approvedBy").orElseThrow();
        return new Review(
                LocalDate.parse(text(review, "last")),
                LocalDate.parse(text(review, "next")),
                text(approvedBy, "name"),
                text(approvedBy, "title"));
    }

    private static BusinessCalendar calendar(Yaml calendar) {
        Set<LocalDate> holidays = new HashSet<>();
        calendar.texts("holidays").forEach(day -> holidays.add(LocalDate.parse(day)));
        calendar.text("icalendar").ifPresent(text -> holidays.addAll(HolidayFile.days(text)));
        Yaml hours = calendar.at("hours").orElseThrow();
        return new BusinessCalendar(
                ZoneId.of(text(calendar, "zone")),
                hours instanceof Yaml.Table
                        ? week(hours)
                        : BusinessCalendar.daily(List.of(OpenHours.ALL_DAY)),
                holidays,
                calendar.texts("yearly").stream()
                        .map(day -> MonthDay.parse("--" + day))
                        .collect(Collectors.toSet()),
                openHours(calendar, "holidayHours"));
    }

    private static List<OpenHours> openHours(Yaml at, String key) {
        return at.texts(key).stream()
                .map(SopBuilder::minutes)
                .map(ends -> new OpenHours(ends[0], ends[1]))
                .toList();
    }

    private static Map<DayOfWeek, List<OpenHours>> week(Yaml hours) {
        Map<DayOfWeek, List<OpenHours>> week = new EnumMap<>(DayOfWeek.class);
        SopShape.DAYS.forEach((word, day) -> week.put(day, openHours(hours, word)));
        return week;
    }

    /// The two ends of `09:00-17:00` in minutes of the day.
    static int[] minutes(String hours) {
        return Arrays.stream(hours.split("-"))
                .mapToInt(end ->
                        Integer.parseInt(end.substring(0, 2)) * 60
                                + Integer.parseInt(end.substring(3)))
                .toArray();
    }

    private static DeskRule desk(String id, Yaml desk) {
        List<String> strategy = desk.texts("strategy");
        return new DeskRule(
                id,
                SopShape.constant(Role.class, text(desk, "role")),
                text(desk, "calendar"),
                strategy.isEmpty() ? List.of("least-loaded") : strategy,
                flag(desk, "entry", false),
                desk.at("offer").map(SopBuilder::offer).orElse(OfferRule.ASSIGNED),
                desk.at("closed").map(ClosedRule::of).orElse(null));
    }

    private static OfferRule offer(Yaml offer) {
        OfferTerms usual = OfferRule.ASSIGNED.terms();
        return new OfferRule(
                SopShape.constant(OfferRule.How.class, text(offer, "how")),
                new OfferTerms(
                        time(offer, "answerWithin", usual.answerWithin()),
                        offer.text("silences").map(Integer::parseInt).orElse(usual.silences())));
    }

    private static TransferRule transfer(Yaml transfer) {
        return new TransferRule(
                transfer.text("context").filter("required"::equals).isPresent(),
                transfer.text("minWords").map(Integer::parseInt).orElse(4),
                transfer.text("requirement").orElse("R42"),
                transfer.text("returned").map(String::strip).orElse(TransferRule.USUAL_RETURN));
    }

    private static NoteRules notes(Yaml notes) {
        List<String> when = notes.texts("when");
        boolean always = when.isEmpty() || when.equals(List.of("always"));
        return new NoteRules(
                Ordered.copy(notes.texts("requiredBefore")),
                always,
                always ? Set.of() : Ordered.copy(when),
                notes.at("mustSay").isPresent()
                        ? Ordered.copy(notes.texts("mustSay"))
                        : SopShape.MUST_SAY,
                notes.at("refuse").isPresent()
                        ? Ordered.copy(notes.texts("refuse"))
                        : SopShape.REFUSABLE,
                lengths(notes.table("length")));
    }

    private static Map<String, NoteLength> lengths(Map<String, Yaml.Entry> kinds) {
        Map<String, NoteLength> lengths = new LinkedHashMap<>();
        kinds.forEach((kind, length) ->
                lengths.put(
                        kind,
                        new NoteLength(
                                whole(length.value(), "leastWords", 0),
                                whole(length.value(), "mostWords", NoteLength.UNBOUNDED))));
        return lengths;
    }

    private static int whole(Yaml section, String key, int otherwise) {
        return section.text(key).map(Integer::parseInt).orElse(otherwise);
    }

    private static EscalationRules escalation(Yaml escalation) {
        List<String> ladder = escalation.texts("ladder");
        List<String> triggers = escalation.texts("triggers");
        return new EscalationRules(
                triggers.isEmpty() ? SopShape.TRIGGERS : Ordered.copy(triggers),
                (ladder.isEmpty() ? SopShape.LADDER.stream() : ladder.stream())
                        .map(word -> SopShape.constant(Role.class, word))
                        .toList(),
                time(escalation, "timeline", Duration.ofMinutes(30)),
                escalation.text("contact").orElse("this chat"),
                escalation.text("message").map(String::strip).orElse(ESCALATED_MESSAGE),
                startAt(escalation),
                flag(escalation, "helpFirst", false));
    }

    private static Map<String, Role> startAt(Yaml escalation) {
        Map<String, Role> rungs = new LinkedHashMap<>();
        escalation
                .table("startAt")
                .forEach((trigger, rung) ->
                        rung.value()
                                .text()
                                .ifPresent(word ->
                                        rungs.put(trigger, SopShape.constant(Role.class, word))));
        return rungs;
    }

    private static ClosingRules closing(Yaml closing) {
        return new ClosingRules(
                flag(closing, "resolutionProposed", false),
                flag(closing, "summary", false),
                closing.text("question").orElse("Does this resolve the issue for you today?"),
                time(closing, "silence", Duration.ofMinutes(5)));
    }

    private static ToneRule tone(Yaml tone) {
        return new ToneRule(
                text(tone, "id"),
                text(tone, "not"),
                text(tone, "say"),
                SopShape.constant(Severity.class, text(tone, "severity")));
    }

    private static Set<String> smallLetters(List<String> words) {
        return Ordered.copy(words.stream().map(word -> word.toLowerCase(Locale.ROOT)).toList());
    }

    static String text(Yaml at, String key) {
        return at.text(key).orElseThrow();
    }

    static boolean flag(Yaml at, String key, boolean otherwise) {
        return at.text(key).map(Boolean::parseBoolean).orElse(otherwise);
    }

    private static Duration time(Yaml at, String key, Duration otherwise) {
        return at.text(key).map(Duration::parse).orElse(otherwise);
    }

    static @Nullable Duration maybeTime(Yaml at, String key) {
        return at.text(key).map(Duration::parse).orElse(null);
    }
}
