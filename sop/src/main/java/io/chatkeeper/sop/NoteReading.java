package io.chatkeeper.sop;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// A note taken apart into sentences and statements, and what they tell.
final class NoteReading {
    private static final Pattern WORD =
            Pattern.compile("[\\p{L}\\p{N}]++(?:[-'’/.:,&@][\\p{L}\\p{N}]++)*+");
    private static final Pattern SHORTENED =
            Pattern.compile(
                    "(?i)\\b(cust|approx|appt|acct|ext|vs|dept|mr|mrs|ms|dr|no|ref|st|p\\.m"
                            + "|a\\.m|e\\.g|i\\.e"
                            + "|\\p{L})\\.(?=\\s+\\S)");
    private static final Pattern SENTENCE_END =
            Pattern.compile("(?<=[.!?])[\"'”’)]*\\s+|\\s*[;\\n\\r]+\\s*");
    private static final Pattern STATEMENT_END =
            Pattern.compile(
                    "(?i)\\s*,\\s+(?:(?:and|but|so|then) )*|\\s+(?:and|but|so|then)\\s+"
                            + "|\\s+[-–—]+\\s+");

    private final String text;
    private final List<String> sentences;

    NoteReading(String text) {
        this.text = SHORTENED.matcher(text.strip()).replaceAll("$1");
        this.sentences =
                Arrays.stream(SENTENCE_END.split(this.text))
                        .map(String::strip)
                        .filter(sentence -> WORD.matcher(sentence).find())
                        .toList();
    }

    int words() {
        return (int) WORD.matcher(text).results().count();
    }

    /// In very few words a concern and an action, as in "Payoff asked; figures sent".
    boolean tellsConcernAndAction() {
        boolean action =
                sentences.stream()
                        .flatMap(sentence -> statements(sentence).stream())
                        .anyMatch(this::isAction);
        return action && NoteWords.CONCERN_ANYWHERE.matcher(text).find();
    }

    /// Every statement is an act of the agent, and none of their words says what it was about.
    boolean tellsOnlyAction() {
        return !sentences.isEmpty()
                && sentences.stream().allMatch(this::isAction)
                && !NoteWords.CONCERN_ANYWHERE.matcher(text).find()
                && sentences.stream()
                        .flatMap(s -> statements(s).stream())
                        .allMatch(this::isGeneric);
    }

    /// Every sentence reports the customer, and nothing in them has been or will be done.
    boolean tellsOnlyConcern() {
        return !sentences.isEmpty() && sentences.stream().allMatch(this::isBareConcern);
    }

    /// The note says that something is open, and neither who nor what nor when comes next.
    boolean leavesOpenEnd() {
        return sentences.stream()
                        .filter(sentence -> !NoteWords.CONCERN.matcher(sentence).find())
                        .anyMatch(sentence -> NoteWords.OPEN_END.matcher(sentence).find())
                && !NoteWords.namesNextStep(afterConcern());
    }

    private String afterConcern() {
        List<String> own =
                sentences.stream()
                        .filter(sentence -> !NoteWords.CONCERN.matcher(sentence).find())
                        .toList();
        return String.join("\n", own.isEmpty() ? sentences : own);
    }

    private boolean isAction(String statement) {
        return NoteWords.ACTION.matcher(statement).find();
    }

    private boolean isGeneric(String statement) {
        String rest = NoteWords.ACTION.matcher(statement).replaceFirst(" ");
        return WORD.matcher(rest)
                .results()
                .map(word -> word.group().toLowerCase(Locale.ROOT))
                .allMatch(word -> NoteWords.GENERIC.contains(word) || word.matches("\\p{N}.*"));
    }

    private boolean isBareConcern(String sentence) {
        List<String> statements = statements(sentence);
        return NoteWords.CONCERN.matcher(sentence).find()
                && statements.stream().skip(1).allMatch(this::addsNoAction);
    }

    private boolean addsNoAction(String statement) {
        return NoteWords.GOES_ON.matcher(statement).find()
                        && !statement.matches("(?i).*(?:\\bwill\\b|['’]ll\\b).*")
                || !NoteWords.TRACE_OF_ACTION.matcher(statement).find();
    }

    private static List<String> statements(String sentence) {
        return Arrays.stream(STATEMENT_END.split(sentence))
                .map(String::strip)
                .filter(statement -> !statement.isEmpty())
                .toList();
    }
}
