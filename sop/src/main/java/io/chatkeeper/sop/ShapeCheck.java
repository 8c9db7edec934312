package io.chatkeeper.sop;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/// Compares a file with its shape and reports everything that does not fit.
final class ShapeCheck {
    /// The longest duration a file may name.
    static final Duration LONGEST = Duration.ofDays(366);

    private final FaultList faults;

    ShapeCheck(FaultList faults) {
        this.faults = faults;
    }

    void check(Shape shape, Yaml at, String path) {
        if (at instanceof Yaml.Scalar scalar && scalar.missing()) {
            faults.add(at, path, "Nothing is written here.");
            return;
        }
        switch (shape) {
            case Shape.Section(var keys) -> section(keys, at, path);
            case Shape.Named named -> named(named, at, path);
            case Shape.Many many -> many(many, at, path);
            case Shape.Either(var word, var other) -> {
                if (!at.text().equals(Optional.of(word))) {
                    check(other, at, path);
                }
            }
            case Shape.Text(int max) -> scalar(at, path, text -> longest(max, text, at, path));
            case Shape.Form(var regex, var said) ->
                    scalar(at, path, text -> must(text.matches(regex), "Write " + said, at, path));
            case Shape.Word(var words) -> scalar(at, path, text -> word(words, text, at, path));
            case Shape.Whole whole -> scalar(at, path, text -> whole(whole, text, at, path));
            case Shape.Flag _ ->
                    scalar(
                            at,
                            path,
                            text -> must(isFlag(text, at), "Write true or false", at, path));
            case Shape.Time _ -> scalar(at, path, text -> time(text, at, path));
            case Shape.Day _ -> scalar(at, path, text -> day(text, at, path));
            case Shape.Zone _ -> scalar(at, path, text -> zone(text, at, path));
        }
    }

    private void section(Map<String, Shape.Key> keys, Yaml at, String path) {
        if (!(at instanceof Yaml.Table)) {
            faults.add(at, path, "Here must be a table with " + listed(keys.keySet()) + ".");
            return;
        }
        at.named().forEach((name, entry) -> entry(keys, name, entry, path));
        keys.forEach((name, key) -> {
            if (key.required() && !at.named().containsKey(name)) {
                faults.add(at, under(path, name), "This key is missing.");
            }
        });
    }

    private void entry(Map<String, Shape.Key> keys, String name, Yaml.Entry entry, String path) {
        Shape.Key key = keys.get(name);
        if (key == null) {
            faults.add(
                    entry.line(),
                    entry.column(),
                    under(path, name),
                    "There is no such key; there are "
                            + listed(keys.keySet())
                            + "."
                            + Nearest.hint(name, keys.keySet()));
        } else {
            check(key.shape(), entry.value(), under(path, name));
        }
    }

    private void named(Shape.Named named, Yaml at, String path) {
        if (!(at instanceof Yaml.Table) || at.named().size() < named.min()) {
            faults.add(at, path, "Here must be a table of names.");
            return;
        }
        at.named()
                .forEach((name, entry) -> {
                    if (!name.matches(SopShape.NAME.regex())) {
                        faults.add(
                                entry.line(),
                                entry.column(),
                                under(path, name),
                                "Write " + SopShape.NAME.said() + ".");
                    }
                    check(named.each(), entry.value(), under(path, name));
                });
    }

    private void many(Shape.Many many, Yaml at, String path) {
        if (at.many().size() < many.min()) {
            faults.add(at, path, "Name at least " + many.min() + ".");
        }
        for (int i = 0; i < at.many().size(); i++) {
            check(
                    many.each(),
                    at.many().get(i),
                    at instanceof Yaml.Items ? path + "[" + i + "]" : path);
        }
    }

    private void scalar(Yaml at, String path, Consumer<String> check) {
        at.text()
                .ifPresentOrElse(check, () -> faults.add(at, path, "Here must be a single value."));
    }

    private void longest(int max, String text, Yaml at, String path) {
        must(!text.isBlank(), "Write some text", at, path);
        must(text.length() <= max, "Write at most " + max + " characters", at, path);
    }

    private void whole(Shape.Whole whole, String text, Yaml at, String path) {
        boolean fits =
                text.matches("-?[0-9]{1,9}")
                        && Integer.parseInt(text) >= whole.min()
                        && Integer.parseInt(text) <= whole.max();
        must(fits, "Write a number from " + whole.min() + " to " + whole.max(), at, path);
    }

    private static boolean isFlag(String text, Yaml at) {
        return at instanceof Yaml.Scalar scalar
                && scalar.plain()
                && (text.equals("true") || text.equals("false"));
    }

    private void time(String text, Yaml at, String path) {
        boolean fits;
        try {
            Duration time = Duration.parse(text);
            fits = time.compareTo(Duration.ofSeconds(1)) >= 0 && time.compareTo(LONGEST) <= 0;
        } catch (DateTimeParseException notOne) {
            fits = false;
        }
        must(fits, "Write a duration such as PT10M, PT48H or P2D", at, path);
    }

    private void day(String text, Yaml at, String path) {
        boolean fits;
        try {
            fits = LocalDate.parse(text).getYear() < 10_000;
        } catch (DateTimeParseException notOne) {
            fits = false;
        }
        must(fits, "Write a date such as 2026-12-25", at, path);
    }

    private void zone(String text, Yaml at, String path) {
        boolean fits;
        try {
            fits = ZoneId.of(text) != null;
        } catch (DateTimeException notOne) {
            fits = false;
        }
        must(fits, "Write a time zone such as America/New_York", at, path);
    }

    private void must(boolean fits, String otherwise, Yaml at, String path) {
        if (!fits) {
            faults.add(at, path, otherwise + ".");
        }
    }

    private void word(Collection<String> words, String text, Yaml at, String path) {
        if (!words.contains(text)) {
            String message = "Write one of " + listed(words) + "." + Nearest.hint(text, words);
            faults.add(at, path, message);
        }
    }

    private static String listed(Collection<String> words) {
        return String.join(", ", words);
    }

    private static String under(String path, String name) {
        return path.isEmpty() ? name : path + "." + name;
    }
}
