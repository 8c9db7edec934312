package io.chatkeeper.sop;

import io.chatkeeper.contract.Severity;
import io.chatkeeper.sop.text.TextCode;

/// What each flaw of a text is called in rules, which requirement it breaks, and what to do.
record TextFault(TextCode code, String requirement, Severity severity, String message) {
    private static final Severity BLOCK = Severity.BLOCK;
    private static final Severity WARN = Severity.WARN;

    /// The flaw of a note.
    static TextFault ofNote(TextCode code) {
        return switch (code) {
            case EMPTY -> fault(code, "R61", BLOCK, "Write what was asked and what you did.");
            case ONE_WORD ->
                    fault(
                            code,
                            "R63",
                            BLOCK,
                            "One word doesn't tell the story. Say what was asked and what you did.");
            case TOO_SHORT ->
                    fault(
                            code,
                            "R64",
                            BLOCK,
                            "A few words don't tell the story. Say what was asked and what you"
                                    + " did.");
            case MISSING_CONCERN ->
                    fault(
                            code,
                            "R61",
                            BLOCK,
                            "Say what the customer asked for, not only what you did.");
            case MISSING_ACTION -> fault(code, "R61", BLOCK, "Say what you did about it.");
            case MISSING_FOLLOW_UP ->
                    fault(
                            code,
                            "R61",
                            BLOCK,
                            "Something is still open. Say who takes it on, what comes next, or by"
                                    + " when.");
            case UNPROFESSIONAL ->
                    fault(code, "R65", BLOCK, "Leave out opinion and mood; say what happened.");
            case UNNECESSARY_DETAIL ->
                    fault(code, "R66", BLOCK, "Leave out what has nothing to do with the request.");
            case CAPITALIZATION ->
                    fault(
                            code,
                            "R67",
                            BLOCK,
                            "Begin sentences with a capital, and use none inside a word.");
            default -> ofMessage(code);
        };
    }

    /// The flaw of a message or a request.
    static TextFault ofMessage(TextCode code) {
        return switch (code) {
            case SENSITIVE_DATA ->
                    fault(
                            code,
                            "R66",
                            BLOCK,
                            "Take out the full card number, social security number or password; the"
                                    + " last four digits are enough.");
            case SHOUTING ->
                    fault(code, "R85", WARN, "Capitals read as shouting. Use small letters.");
            case DISMISSIVE ->
                    fault(code, "R71", WARN, "This turns people away. Say what you can do.");
            case BLAMING ->
                    fault(code, "R84", WARN, "This blames the reader. Say what comes next.");
            case ABRUPT -> fault(code, "R87", WARN, "One word reads as curt. Write a sentence.");
            case JARGON -> fault(code, "R78", WARN, "Customers don't know this term. Explain it.");
            case PROMISE ->
                    fault(
                            code,
                            "R77",
                            WARN,
                            "Don't promise an outcome that nobody has approved. Say what you will do"
                                    + " and by when.");
            case UNPROFESSIONAL -> fault(code, "R71", WARN, "Keep it respectful.");
            case NO_QUESTION ->
                    fault(
                            code,
                            "R82",
                            BLOCK,
                            "Ask a question, so that a lead knows what you need.");
            case MISSING_CLIENT_ID -> fault(code, "R102", BLOCK, "Name the client id.");
            case MISSING_DETAIL ->
                    fault(
                            code,
                            "R102",
                            BLOCK,
                            "Fill in what is missing, and say what it is about.");
            case NO_GREETING_NAME -> fault(code, "R17", WARN, "Greet the customer by name.");
            default -> ofNote(code);
        };
    }

    private static TextFault fault(
            TextCode code, String requirement, Severity severity, String message) {
        return new TextFault(code, requirement, severity, message);
    }

    /// A note with that flaw is refused, whatever a message with it would be.
    TextFault blocking() {
        return new TextFault(code, requirement, BLOCK, message);
    }

    /// How the file writes it, such as `one-word`.
    String word() {
        return SopShape.word(code);
    }
}
