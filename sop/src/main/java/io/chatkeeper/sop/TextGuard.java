package io.chatkeeper.sop;

import io.chatkeeper.sop.text.Flaw;
import io.chatkeeper.sop.text.TextCode;
import io.chatkeeper.sop.text.TextReading;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Judges texts by what an SOP says of them (R16-R38, R60-R87, R102-R107). The one place where
/// notes, messages and requests meet the text rules, on every path.
public final class TextGuard {
    /// The longest text that is judged, in UTF-16 units. Callers refuse longer ones.
    public static final int LONGEST = 20_000;

    private static final String NOTE = "note";
    private static final String MESSAGE = "message";
    private static final String REQUEST = "request";

    private final Sop sop;

    /// @param sop whose phrases, terms and forms count
    public TextGuard(Sop sop) {
        this.sop = sop;
    }

    /// What is wrong with the text, in the order in which it is read.
    ///
    /// @throws IllegalArgumentException if the text is longer than [#LONGEST]
    public List<Finding> check(TextKind kind, String text, TextContext context) {
        if (text.length() > LONGEST) {
            throw new IllegalArgumentException("a text of " + text.length());
        }
        List<Finding> found =
                switch (kind) {
                    case NOTE ->
                            NoteGuard.findings(
                                    sop.notes(), text, context.noteKind(), context.transferred());
                    case CUSTOMER_MESSAGE -> message(text);
                    case GREETING -> greeting(text, context);
                    case ASSIST_REQUEST -> request(text, context);
                    case TEMPLATE -> form(text, context);
                };
        return found.stream().sorted(Comparator.comparingInt(Finding::start)).toList();
    }

    private List<Finding> message(String text) {
        TextReading reading = new TextReading(text);
        return judged(MESSAGE, text, reading, reading.message(sop.words().jargon()));
    }

    private List<Finding> greeting(String text, TextContext context) {
        List<Finding> found = new ArrayList<>(message(text));
        String name = context.customerName();
        if (name != null) {
            new TextReading(text).greeting(name).forEach(flaw -> found.add(finding(MESSAGE, flaw)));
        }
        return found;
    }

    private List<Finding> request(String text, TextContext context) {
        TextReading reading = new TextReading(text);
        List<Flaw> flaws = new ArrayList<>(reading.colleague());
        if (!context.reply()) {
            flaws.addAll(reading.request());
        }
        return judged(REQUEST, text, reading, flaws);
    }

    private List<Finding> form(String text, TextContext context) {
        Optional<RequestForm> form = sop.form(context.form());
        if (form.isEmpty()) {
            return request(text, context);
        }
        TextReading reading = new TextReading(text);
        List<Flaw> flaws = new ArrayList<>(reading.colleague());
        flaws.addAll(reading.form(form.get().labels(), form.get().required()));
        return judged(REQUEST, text, reading, flaws);
    }

    /// The flaws as findings; where the SOP has better words for a phrase, with these.
    private List<Finding> judged(
            String prefix, String text, TextReading reading, List<Flaw> flaws) {
        List<Finding> found = new ArrayList<>();
        flaws.forEach(flaw -> found.add(finding(prefix, flaw)));
        for (ToneRule rule : sop.tone()) {
            reading.phrase(rule.not())
                    .ifPresent(flaw -> replace(found, finding(prefix, flaw).suggesting(rule)));
        }
        if (SensitiveData.found(text)) {
            found.add(finding(prefix, new Flaw(TextCode.SENSITIVE_DATA, 0, text.length())));
        }
        return found;
    }

    /// A phrase of the SOP's own table says it better than the general rule.
    private static void replace(List<Finding> found, Finding better) {
        Set<String> same = Set.of(better.code(), TextCode.BLAMING.name());
        Optional<Finding> general =
                found.stream()
                        .filter(one -> same.contains(one.code()) && overlaps(one, better))
                        .filter(one -> one.suggestion() == null)
                        .findFirst();
        general.ifPresent(found::remove);
        found.add(
                general.map(one ->
                                new Finding(
                                        one.code(),
                                        one.ruleId(),
                                        better.requirement(),
                                        better.severity(),
                                        one.message(),
                                        better.start(),
                                        better.end(),
                                        better.suggestion()))
                        .orElse(better));
    }

    private static boolean overlaps(Finding one, Finding other) {
        return one.start() < other.end() && other.start() < one.end();
    }

    private static Finding finding(String prefix, Flaw flaw) {
        return Finding.of(prefix, TextFault.ofMessage(flaw.code()), flaw);
    }
}
