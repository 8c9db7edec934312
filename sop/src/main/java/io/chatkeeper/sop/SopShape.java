package io.chatkeeper.sop;

import io.chatkeeper.contract.Occurrence;
import io.chatkeeper.contract.Role;
import java.time.DayOfWeek;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// Which keys an SOP file has, and what may stand there. The only place that knows: a new key
/// starts here, and `SopBuilder` gives it a meaning.
final class SopShape {
    static final Set<String> OCCURRENCES = words(Occurrence.values());
    static final Set<String> ROLES =
            words(Role.CSR, Role.SPECIALIST, Role.LEAD, Role.SUPERVISOR, Role.MANAGER);
    static final Set<String> LADDER = words(Role.LEAD, Role.SUPERVISOR, Role.MANAGER);
    static final Set<String> STRATEGIES =
            words(
                    "skill",
                    "language",
                    "previous-agent",
                    "assigned-specialist",
                    "least-loaded",
                    "round-robin",
                    "longest-idle");
    static final Set<String> ACTS = words("resolve", "close");

    /// The step above whoever was asked before.
    static final String NEXT = "next";

    static final Set<String> STEPS = words("lead", "supervisor", "manager", NEXT);
    static final Set<String> TARGETS = words("receiver", "responsible", "desk", "lead");
    static final Set<String> TRIGGERS =
            words("customer-upset", "unresolved", "technical-issue", "approval-required", "abuse");
    static final Set<String> MUST_SAY = words("concern", "action", "follow-up-if-pending");
    static final Set<String> REFUSABLE =
            words(
                    "one-word",
                    "too-short",
                    "sensitive-data",
                    "unprofessional",
                    "unnecessary-detail",
                    "shouting",
                    "capitalization");
    static final Map<String, DayOfWeek> DAYS =
            Arrays.stream(DayOfWeek.values())
                    .collect(
                            Collectors.toMap(
                                    day -> day.name().substring(0, 3).toLowerCase(Locale.ROOT),
                                    day -> day,
                                    (one, _) -> one,
                                    LinkedHashMap::new));

    /// What names of SOPs, calendars, desks and clocks look like.
    static final Shape.Form NAME =
            new Shape.Form("[a-z][a-z0-9-]{0,62}", "a name in small letters, such as loan-team");

    /// How open hours look.
    static final Shape.Form HOURS =
            new Shape.Form(
                    "([01][0-9]|2[0-3]):[0-5][0-9]-(([01][0-9]|2[0-3]):[0-5][0-9]|24:00)",
                    "hours like 09:00-17:00, in quotes");

    /// How days that come every year look.
    static final Shape.Form DAY_OF_YEAR =
            new Shape.Form(
                    "(0[13578]|1[02])-(0[1-9]|[12][0-9]|3[01])|(0[469]|11)-(0[1-9]|[12][0-9]|30)"
                            + "|02-(0[1-9]|[12][0-9])",
                    "a day of each year such as 12-25");

    static final Shape TITLE = new Shape.Text(200);
    static final Shape PROSE = new Shape.Text(2_000);
    static final Shape REQUIREMENT =
            new Shape.Form("R[1-9][0-9]{0,3}", "a requirement such as R49");
    static final Shape TIME = new Shape.Time();
    static final Shape FLAG = new Shape.Flag();
    private static final Shape DAY = new Shape.Day();

    /// The whole file.
    static final Shape.Section FILE =
            section(
                    must("sop", NAME),
                    must("version", new Shape.Whole(1, 1_000_000)),
                    must("title", TITLE),
                    must("review", review()),
                    must("calendars", new Shape.Named(calendar(), 1)),
                    must("desks", new Shape.Named(desk(), 1)),
                    may("clocks", new Shape.Named(clock(), 0)),
                    may("transfer", transfer()),
                    may("notes", notes()),
                    may("tone", new Shape.Many(tone(), 0)),
                    may("words", section(may("jargon", new Shape.Many(TITLE, 0)))),
                    may("templates", new Shape.Many(AssistShape.form(), 0)),
                    may("assist", AssistShape.assist()),
                    may("escalation", escalation()),
                    may("closing", closing()),
                    may("idle", section(may("visitorSilence", TIME))),
                    may("greeting", greeting()),
                    may("abuse", CaseShape.abuse()),
                    may("verification", CaseShape.verification()),
                    may("classification", CaseShape.classification()),
                    may("followUps", CaseShape.followUps()),
                    may("actions", CaseShape.actions()),
                    may("recordViolations", CaseShape.recordedViolations()),
                    may("records", RecordRules.shape()),
                    may("handbook", Handbook.shape()));

    private SopShape() {}

    private static Shape review() {
        Shape approvedBy = section(must("name", TITLE), must("title", TITLE));
        return section(must("last", DAY), must("next", DAY), must("approvedBy", approvedBy));
    }

    private static Shape calendar() {
        Named[] days =
                DAYS.keySet().stream()
                        .map(day -> may(day, new Shape.Many(HOURS, 0)))
                        .toArray(Named[]::new);
        return section(
                must("zone", new Shape.Zone()),
                must("hours", new Shape.Either("always", section(days))),
                may("holidays", new Shape.Many(DAY, 0)),
                may("yearly", new Shape.Many(DAY_OF_YEAR, 1)),
                may("icalendar", new Shape.Text(HolidayFile.MAX_LENGTH)),
                may("holidayHours", new Shape.Many(HOURS, 1)));
    }

    private static Shape desk() {
        return section(
                must("role", new Shape.Word(ROLES)),
                must("calendar", NAME),
                may("strategy", new Shape.Many(new Shape.Word(STRATEGIES), 1)),
                may("entry", FLAG),
                may("closed", ClosedRule.shape()),
                may("offer", offer()));
    }

    private static Shape offer() {
        return section(
                must("how", new Shape.Word(words(OfferRule.How.values()))),
                may("answerWithin", TIME),
                may("silences", new Shape.Whole(1, 20)));
    }

    private static Shape clock() {
        Shape occurrences = new Shape.Many(new Shape.Word(OCCURRENCES), 1);
        Shape actions = new Shape.Many(action(), 0);
        return section(
                may("label", TITLE),
                must("requirement", REQUIREMENT),
                may("source", TITLE),
                must("start", occurrences),
                must("stop", occurrences),
                may("cancel", occurrences),
                may("pause", occurrences),
                may("resume", occurrences),
                may("warn", TIME),
                must("breach", TIME),
                must("calendar", NAME),
                may("deskCalendar", FLAG),
                may("again", FLAG),
                may("onWarn", actions),
                may("onBreach", actions),
                may("repeat", section(must("every", TIME), must("most", new Shape.Whole(1, 20)))));
    }

    private static Shape action() {
        return section(
                may("notify", new Shape.Word(TARGETS)),
                may("escalate", new Shape.Word(STEPS)),
                may("reassign", new Shape.Word(words("desk"))),
                may(
                        "inform",
                        section(
                                may("timeline", TIME),
                                may("contact", TITLE),
                                may("message", PROSE))));
    }

    private static Shape transfer() {
        return section(
                must("context", new Shape.Word(words("required", "optional"))),
                may("minWords", new Shape.Whole(1, 50)),
                may("requirement", REQUIREMENT),
                may("returned", PROSE));
    }

    private static Shape notes() {
        Shape chats = new Shape.Word(words(NoteRules.TRANSFERRED, NoteRules.FOLLOW_UP));
        return section(
                must("requiredBefore", new Shape.Many(new Shape.Word(ACTS), 0)),
                may("when", new Shape.Either("always", new Shape.Many(chats, 1))),
                may("mustSay", new Shape.Many(new Shape.Word(MUST_SAY), 0)),
                may("refuse", new Shape.Many(new Shape.Word(REFUSABLE), 0)),
                may("length", noteLengths()));
    }

    private static Shape noteLengths() {
        Shape length =
                section(
                        may("leastWords", new Shape.Whole(1, NoteLength.UNBOUNDED)),
                        may("mostWords", new Shape.Whole(1, NoteLength.UNBOUNDED)));
        return section(
                NoteRules.KINDS.stream().map(kind -> may(kind, length)).toArray(Named[]::new));
    }

    private static Shape tone() {
        return section(
                must("id", REQUIREMENT),
                must("not", TITLE),
                must("say", TITLE),
                must("severity", new Shape.Word(words("block", "warn"))));
    }

    private static Shape escalation() {
        return section(
                may("triggers", new Shape.Many(new Shape.Word(TRIGGERS), 1)),
                may("ladder", new Shape.Many(new Shape.Word(LADDER), 1)),
                may("timeline", TIME),
                may("contact", TITLE),
                may("message", PROSE),
                may("startAt", startAt()),
                may("helpFirst", FLAG));
    }

    private static Shape startAt() {
        Named[] triggers =
                TRIGGERS.stream()
                        .map(trigger -> may(trigger, new Shape.Word(LADDER)))
                        .toArray(Named[]::new);
        return section(triggers);
    }

    private static Shape greeting() {
        Shape weight = new Shape.Word(words("block", "warn"));
        return section(must("text", PROSE), may("customerName", weight), may("agentName", weight));
    }

    private static Shape closing() {
        return section(
                may("resolutionProposed", FLAG),
                may("summary", FLAG),
                may("question", TITLE),
                may("silence", TIME));
    }

    record Named(String name, Shape.Key key) {}

    static Named must(String name, Shape shape) {
        return new Named(name, new Shape.Key(shape, true));
    }

    static Named may(String name, Shape shape) {
        return new Named(name, new Shape.Key(shape, false));
    }

    static Shape.Section section(Named... keys) {
        Map<String, Shape.Key> ordered = new LinkedHashMap<>();
        for (Named key : keys) {
            ordered.put(key.name, key.key);
        }
        return new Shape.Section(ordered);
    }

    private static Set<String> words(String... words) {
        return Ordered.copy(List.of(words));
    }

    private static Set<String> words(Enum<?>... values) {
        return Ordered.copy(Arrays.stream(values).map(SopShape::word).toList());
    }

    /// How the file writes a constant: `TAKEN_OVER` is `taken-over`.
    static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// The constant that the file's word means; the word has been checked.
    static <E extends Enum<E>> E constant(Class<E> type, String word) {
        return Enum.valueOf(type, word.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
