package io.chatkeeper.sop;

import io.chatkeeper.contract.NoteText;
import io.chatkeeper.contract.PersonalText;
import io.chatkeeper.contract.Violation;
import io.chatkeeper.sop.text.Flaw;
import io.chatkeeper.sop.text.TextCode;
import io.chatkeeper.sop.text.TextReading;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Judges what a note says (R61-R66, R70). When in doubt a note passes: a good note that is refused
/// costs more trust than a poor one that gets through.
public final class NoteGuard {
    private static final int FEWEST_IN_SLOTS = 3;

    /// What says already that there are too few words.
    private static final Set<String> TOO_LITTLE =
            Set.of(TextCode.EMPTY.name(), TextCode.ONE_WORD.name(), TextCode.TOO_SHORT.name());

    private NoteGuard() {}

    /// Whether a chat with this history needs a note before it is resolved or closed (R60).
    ///
    /// @param act `resolve` or `close`
    public static boolean noteRequired(Sop sop, String act, boolean transferred, boolean followUp) {
        return sop.notes().required(act, transferred, followUp);
    }

    /// What is wrong with a note that is written as one text; nothing if it will do.
    ///
    /// @param kind what the note is for, one of [NoteRules#KINDS]; null if nobody said
    /// @param transferred whether the chat was handed over, so that others act
    public static List<Violation> check(
            NoteRules rules, String text, @Nullable String kind, boolean transferred) {
        return findings(rules, text, kind, transferred).stream()
                .map(finding -> finding.violation("text"))
                .toList();
    }

    /// The same for a note in slots: a slot that is filled in is there, whatever its words.
    public static List<Violation> check(
            NoteRules rules, NoteText note, @Nullable String kind, boolean transferred) {
        if (note.text() != null) {
            return check(rules, note.text().plain(), kind, transferred);
        }
        String whole = note.whole();
        TextReading reading = new TextReading(whole);
        boolean filled = !blank(note.concern()) && !blank(note.action());
        List<Flaw> flaws = new ArrayList<>();
        if (!filled || reading.words() < FEWEST_IN_SLOTS) {
            flaws.addAll(reading.tooLittle());
        }
        if (flaws.isEmpty()) {
            missing(note, reading, transferred, flaws);
        }
        return findings(rules, whole, kind, reading, flaws).stream()
                .map(finding -> finding.violation(slot(finding.code())))
                .toList();
    }

    static List<Finding> findings(
            NoteRules rules, String text, @Nullable String kind, boolean transferred) {
        TextReading reading = new TextReading(text);
        List<Flaw> flaws = new ArrayList<>(reading.tooLittle());
        if (flaws.isEmpty()) {
            flaws.addAll(reading.missing(transferred));
        }
        return findings(rules, text, kind, reading, flaws);
    }

    private static List<Finding> findings(
            NoteRules rules,
            String text,
            @Nullable String kind,
            TextReading reading,
            List<Flaw> story) {
        List<Flaw> flaws = new ArrayList<>(story);
        flaws.addAll(reading.noteStyle());
        if (SensitiveData.found(text)) {
            flaws.add(new Flaw(TextCode.SENSITIVE_DATA, 0, text.length()));
        }
        List<Finding> found =
                flaws.stream()
                        .filter(flaw -> refuses(rules, flaw.code()))
                        .map(NoteGuard::finding)
                        .collect(Collectors.toCollection(ArrayList::new));
        if (found.stream().noneMatch(finding -> TOO_LITTLE.contains(finding.code()))) {
            rules.length(kind).of(kind, reading.words(), text.length()).ifPresent(found::add);
        }
        return List.copyOf(found);
    }

    private static Finding finding(Flaw flaw) {
        return Finding.of("note", TextFault.ofNote(flaw.code()).blocking(), flaw);
    }

    private static void missing(
            NoteText note, TextReading whole, boolean transferred, List<Flaw> flaws) {
        int end = note.whole().length();
        if (blank(note.concern())) {
            flaws.add(new Flaw(TextCode.MISSING_CONCERN, 0, end));
        }
        if (!transferred && blank(note.action())) {
            flaws.add(new Flaw(TextCode.MISSING_ACTION, 0, end));
        }
        if (blank(note.followUp()) && whole.leavesOpenEnd()) {
            flaws.add(new Flaw(TextCode.MISSING_FOLLOW_UP, 0, end));
        }
    }

    private static boolean blank(@Nullable PersonalText slot) {
        return slot == null || slot.plain().isBlank();
    }

    private static boolean refuses(NoteRules rules, TextCode code) {
        return switch (code) {
            case EMPTY -> true;
            case MISSING_CONCERN -> rules.mustSay().contains("concern");
            case MISSING_ACTION -> rules.mustSay().contains("action");
            case MISSING_FOLLOW_UP -> rules.mustSay().contains("follow-up-if-pending");
            default -> rules.refuse().contains(SopShape.word(code));
        };
    }

    private static String slot(String code) {
        return switch (code) {
            case "MISSING_ACTION" -> "action";
            case "MISSING_FOLLOW_UP" -> "followUp";
            case "EMPTY", "ONE_WORD", "TOO_SHORT", "MISSING_CONCERN" -> "concern";
            default -> "text";
        };
    }
}
