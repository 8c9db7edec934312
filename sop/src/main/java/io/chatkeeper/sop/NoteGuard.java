package io.chatkeeper.sop;

import io.chatkeeper.contract.NoteText;
import io.chatkeeper.contract.PersonalText;
import io.chatkeeper.contract.Violation;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Judges what a note says (R61-R66). When in doubt a note passes: a good note that is refused
/// costs more trust than a poor one that gets through.
public final class NoteGuard {
    private static final int FEW_WORDS = 4;
    private static final int FEWEST_IN_SLOTS = 3;

    private NoteGuard() {}

    /// Whether a chat with this history needs a note before it is resolved or closed (R60).
    ///
    /// @param act `resolve` or `close`
    public static boolean noteRequired(Sop sop, String act, boolean transferred, boolean followUp) {
        return sop.notes().required(act, transferred, followUp);
    }

    /// What is wrong with a note that is written as one text; nothing if it will do.
    ///
    /// @param transferred whether the chat was handed over, so that others act
    public static List<Violation> check(NoteRules rules, String text, boolean transferred) {
        NoteReading note = new NoteReading(text);
        List<NoteFault> faults = new ArrayList<>(tooLittle(note));
        if (faults.isEmpty()) {
            missing(note, transferred, faults);
        }
        sensitive(text, faults);
        return violations(rules, faults, _ -> "text");
    }

    /// The same for a note in slots: a slot that is filled in is there, whatever its words.
    public static List<Violation> check(NoteRules rules, NoteText note, boolean transferred) {
        if (note.text() != null) {
            return check(rules, note.text().plain(), transferred);
        }
        String whole = note.whole();
        NoteReading reading = new NoteReading(whole);
        boolean filled = !blank(note.concern()) && !blank(note.action());
        List<NoteFault> faults = new ArrayList<>();
        if (!filled || reading.words() < FEWEST_IN_SLOTS) {
            faults.addAll(tooLittle(reading));
        }
        if (faults.isEmpty()) {
            missing(note, reading, transferred, faults);
        }
        sensitive(whole, faults);
        return violations(rules, faults, NoteGuard::slot);
    }

    private static List<NoteFault> tooLittle(NoteReading note) {
        int words = note.words();
        if (words == 0) {
            return List.of(NoteFault.EMPTY);
        }
        if (words == 1) {
            return List.of(NoteFault.ONE_WORD);
        }
        boolean few = words <= FEW_WORDS && !note.tellsConcernAndAction();
        return few ? List.of(NoteFault.TOO_SHORT) : List.of();
    }

    private static void missing(NoteReading note, boolean transferred, List<NoteFault> faults) {
        if (note.tellsOnlyAction()) {
            faults.add(NoteFault.MISSING_CONCERN);
        }
        if (!transferred && note.tellsOnlyConcern()) {
            faults.add(NoteFault.MISSING_ACTION);
        }
        if (note.leavesOpenEnd()) {
            faults.add(NoteFault.MISSING_FOLLOW_UP);
        }
    }

    private static void missing(
            NoteText note, NoteReading whole, boolean transferred, List<NoteFault> faults) {
        if (blank(note.concern())) {
            faults.add(NoteFault.MISSING_CONCERN);
        }
        if (!transferred && blank(note.action())) {
            faults.add(NoteFault.MISSING_ACTION);
        }
        if (blank(note.followUp()) && whole.leavesOpenEnd()) {
            faults.add(NoteFault.MISSING_FOLLOW_UP);
        }
    }

    private static boolean blank(@Nullable PersonalText slot) {
        return slot == null || slot.plain().isBlank();
    }

    private static void sensitive(String text, List<NoteFault> faults) {
        if (SensitiveData.found(text)) {
            faults.add(NoteFault.SENSITIVE_DATA);
        }
    }

    private interface Field {
        String of(NoteFault fault);
    }

    private static List<Violation> violations(
            NoteRules rules, List<NoteFault> faults, Field field) {
        return faults.stream()
                .filter(fault -> refuses(rules, fault))
                .map(fault -> fault.violation(field.of(fault)))
                .toList();
    }

    private static boolean refuses(NoteRules rules, NoteFault fault) {
        return switch (fault) {
            case EMPTY -> true;
            case MISSING_CONCERN -> rules.mustSay().contains("concern");
            case MISSING_ACTION -> rules.mustSay().contains("action");
            case MISSING_FOLLOW_UP -> rules.mustSay().contains("follow-up-if-pending");
            case ONE_WORD, TOO_SHORT, SENSITIVE_DATA -> rules.refuse().contains(fault.word());
        };
    }

    private static String slot(NoteFault fault) {
        return switch (fault) {
            case MISSING_ACTION -> "action";
            case MISSING_FOLLOW_UP -> "followUp";
            case EMPTY, ONE_WORD, TOO_SHORT, MISSING_CONCERN -> "concern";
            case SENSITIVE_DATA -> "text";
        };
    }
}
