package io.chatkeeper.sop.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// A pattern of words, as the lexicon writes it:
///
/// - `word`, or `one|another`
/// - `~send`: any form of the verb
/// - `@customer`: any word of that section of the lexicon
/// - `_`: any one word; `..`: up to three words
/// - `?` behind an element: it may be missing
/// - `^` first: only where a clause begins
final class Phrase {
    private static final int GAP = 3;
    private static final String POSSESSIVE = "'s";

    /// @param words any of them; empty for any word at all
    /// @param gap up to [#GAP] words of any kind instead
    private record Element(Set<String> words, boolean optional, boolean gap) {
        boolean takes(Token token) {
            return words.isEmpty() || words.contains(token.low());
        }
    }

    private final List<Element> elements;
    private final boolean atStart;
    private final String written;

    private Phrase(List<Element> elements, boolean atStart, String written) {
        this.elements = elements;
        this.atStart = atStart;
        this.written = written;
    }

    /// What the elements of a phrase may name.
    interface Words {
        /// The words of a section of the lexicon.
        Set<String> section(String name);

        /// All forms of a verb.
        Set<String> forms(String verb);
    }

    static Phrase read(String line, Words words) {
        boolean atStart = line.startsWith("^");
        List<Element> elements = new ArrayList<>();
        for (String part : line.substring(atStart ? 1 : 0).strip().split("\\s+")) {
            elements.add(element(part, words));
        }
        return new Phrase(List.copyOf(elements), atStart, line);
    }

    private static Element element(String part, Words known) {
        if (part.equals("..")) {
            return new Element(Set.of(), false, true);
        }
        boolean optional = part.endsWith("?");
        String body = optional ? part.substring(0, part.length() - 1) : part;
        if (body.equals("_")) {
            return new Element(Set.of(), optional, false);
        }
        Set<String> words = new HashSet<>();
        Arrays.stream(body.split("\\|")).forEach(one -> words.addAll(expand(one, known)));
        return new Element(Set.copyOf(words), optional, false);
    }

    private static Set<String> expand(String one, Words known) {
        return switch (one.charAt(0)) {
            case '~' -> known.forms(one.substring(1));
            case '@' -> ofSection(one.substring(1).replace('-', ' '), known);
            default -> Set.of(one);
        };
    }

    /// `@customer's`: the possessives of that section.
    private static Set<String> ofSection(String name, Words known) {
        if (!name.endsWith(POSSESSIVE)) {
            return known.section(name);
        }
        String bare = name.substring(0, name.length() - POSSESSIVE.length());
        return known.section(bare).stream()
                .map(word -> word + POSSESSIVE)
                .collect(Collectors.toUnmodifiableSet());
    }

    /// The words it can begin with; empty if any.
    Set<String> firstWords() {
        Set<String> first = new HashSet<>();
        for (Element element : elements) {
            if (element.words.isEmpty()) {
                return Set.of();
            }
            first.addAll(element.words);
            if (!element.optional) {
                break;
            }
        }
        return first;
    }

    /// Where the phrase ends if it begins at that word; -1 if it does not.
    int endAt(Run run, int from) {
        return atStart && !run.opensClause(from) ? -1 : match(run, 0, from, from);
    }

    private int match(Run run, int element, int at, int from) {
        if (element == elements.size()) {
            return at;
        }
        Element next = elements.get(element);
        if (next.gap) {
            for (int skipped = 0; skipped <= GAP && run.reaches(from, at + skipped); skipped++) {
                int end = match(run, element + 1, at + skipped, from);
                if (end >= 0) {
                    return end;
                }
            }
            return -1;
        }
        if (run.holds(from, at) && next.takes(run.word(at))) {
            int end = match(run, element + 1, at + 1, from);
            if (end >= 0) {
                return end;
            }
        }
        return next.optional ? match(run, element + 1, at, from) : -1;
    }

    @Override
    public String toString() {
        return written;
    }
}
