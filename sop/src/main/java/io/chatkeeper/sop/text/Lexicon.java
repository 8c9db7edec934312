package io.chatkeeper.sop.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// What English words and phrases mean to a support desk. Files of sections: a section of words is
/// a set; a section of phrases, which says so in its heading, is read as [Phrase]s.
final class Lexicon implements Phrase.Words {
    private static final List<String> FILES =
            List.of("grammar.txt", "people.txt", "notes.txt", "manners.txt", "requests.txt");
    private static final String OF_PHRASES = " phrases";

    /// The one lexicon there is.
    static final Lexicon ENGLISH = new Lexicon();

    private final Map<String, List<String>> sections = new LinkedHashMap<>();
    private final Map<String, Set<String>> words = new HashMap<>();
    private final Map<String, Phrases> phrases = new HashMap<>();
    private final Inflection inflection;

    private Lexicon() {
        FILES.forEach(this::read);
        inflection = new Inflection(irregular(), wordsIn("doubling"));
        sections.forEach((name, lines) -> {
            if (!name.endsWith(OF_PHRASES)) {
                words.put(name, expanded(lines));
            }
        });
        sections.forEach((name, lines) -> {
            if (name.endsWith(OF_PHRASES)) {
                List<Phrase> read = lines.stream().map(line -> Phrase.read(line, this)).toList();
                phrases.put(name, new Phrases(read));
            }
        });
    }

    /// The words of that section.
    Set<String> words(String name) {
        Set<String> known = words.get(name);
        if (known == null) {
            throw new IllegalArgumentException("no section of words: " + name);
        }
        return known;
    }

    /// The phrases of that section; its name without the word `phrases`.
    Phrases phrases(String name) {
        Phrases known = phrases.get(name + OF_PHRASES);
        if (known == null) {
            throw new IllegalArgumentException("no section of phrases: " + name);
        }
        return known;
    }

    @Override
    public Set<String> section(String name) {
        return words(name);
    }

    @Override
    public Set<String> forms(String verb) {
        return inflection.forms(verb);
    }

    /// `~send` in a section of words stands for all its forms, `<send` for past and participle.
    private Set<String> expanded(List<String> lines) {
        Set<String> all = new HashSet<>();
        for (String word : split(lines)) {
            switch (word.charAt(0)) {
                case '~' -> all.addAll(inflection.forms(word.substring(1)));
                case '<' -> all.addAll(inflection.pasts(word.substring(1)));
                default -> all.add(word);
            }
        }
        return Set.copyOf(all);
    }

    private Set<String> wordsIn(String name) {
        return Set.copyOf(split(sections.getOrDefault(name, List.of())));
    }

    private Map<String, Set<String>> irregular() {
        return sections.getOrDefault("irregular", List.of()).stream()
                .map(line -> line.split("\\s+"))
                .collect(
                        Collectors.toMap(
                                forms -> forms[0],
                                forms ->
                                        Arrays.stream(forms)
                                                .skip(1)
                                                .collect(Collectors.toUnmodifiableSet())));
    }

    private static List<String> split(List<String> lines) {
        return lines.stream().flatMap(line -> Arrays.stream(line.split("\\s+"))).toList();
    }

    private void read(String file) {
        try (InputStream in = Lexicon.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("the lexicon lacks " + file);
            }
            List<String> section = List.of();
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            for (String line : text.lines().toList()) {
                String bare = line.replaceFirst("(^|\\s)#.*", "").strip();
                if (bare.startsWith("[")) {
                    String name = bare.substring(1, bare.length() - 1);
                    section = sections.computeIfAbsent(name, _ -> new ArrayList<>());
                } else if (!bare.isEmpty()) {
                    section.add(bare);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
