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
            case SENSITIVE_DATA, SHOUTING -> ofAnyText(code);
            default -> ofStory(code);
        };
    }

    private static TextFault ofStory(TextCode code) {
        String message =
                switch (code) {
                    case EMPTY -> "Write what was asked and what you did.";
                    case ONE_WORD ->
                            "One word doesn't tell the story. Say what was asked and what you did.";
                    case TOO_SHORT ->
                            "A few words don't tell the story. Say what was asked and what you"
                                    + " did.";
                    case MISSING_CONCERN ->
                            "Say what the customer asked for, not only what you did.";
                    case MISSING_ACTION -> "Say what you did about it.";
                    case MISSING_FOLLOW_UP ->
                            "Something is still open. Say who takes it on, what comes next, or by"
                                    + " when.";
                    default -> throw new IllegalArgumentException("no flaw of a note: " + code);
                };
        String requirement =
                switch (code) {
                    case ONE_WORD -> "R63";
                    case TOO_SHORT -> "R64";
                    default -> "R61";
                };
        return fault(code, requirement, BLOCK, message);
    }

    /// The flaw of a message or a request.
    static TextFault ofMessage(TextCode code) {
        return switch (code) {
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
            case NO_GREETING_NAME -> fault(code, "R17", WARN, "Greet the customer by name.");
            case SENSITIVE_DATA, SHOUTING -> ofAnyText(code);
            default -> ofRequest(code);
        };
    }

    private static TextFault ofRequest(TextCode code) {
        return switch (code) {
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
            default -> throw new IllegalArgumentException("no flaw of a message: " + code);
        };
    }

    private static TextFault ofAnyText(TextCode code) {
        return code == TextCode.SHOUTING
                ? fault(code, "R85", WARN, "Capitals read as shouting. Use small letters.")
                : fault(
                        code,
                        "R66",
                        BLOCK,
                        "Take out the full card number, social security number or password; the"
                                + " last four digits are enough.");
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
