package io.chatkeeper.chat.rehearsal;

import io.chatkeeper.chat.rehearsal.Scenario.Expectation;
import io.chatkeeper.chat.rehearsal.Scenario.Step;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/// Reads a file of scenarios.
final class Scenarios {
    private static final int LONGEST_FILE = 256 * 1024;
    private static final int ALIASES = 0;

    /// The file says something that can't be played.
    static final class Unreadable extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Unreadable(String message) {
            super(message);
        }
    }

    private Scenarios() {}

    /// @throws Unreadable with the scenario and the key that is wrong
    static List<Scenario> read(String yaml) {
        if (yaml.length() > LONGEST_FILE) {
            throw new Unreadable("the file is larger than " + LONGEST_FILE / 1024 + " KB");
        }
        LoadSettings settings =
                LoadSettings.builder()
                        .setMaxAliasesForCollections(ALIASES)
                        .setAllowDuplicateKeys(false)
                        .build();
        try {
            Object file = new Load(settings).loadFromString(yaml);
            Map<String, Scenario> told = new LinkedHashMap<>();
            for (Object read : list(file, "the file")) {
                Scenario scenario = scenario(read, told);
                if (told.put(scenario.name(), scenario) != null) {
                    throw new Unreadable(scenario.name() + ": there are two of this name");
                }
            }
            return List.copyOf(told.values());
        } catch (YamlEngineException e) {
            throw new Unreadable(
                    Objects.requireNonNullElse(e.getMessage(), "not readable as YAML"));
        }
    }

    private static Scenario scenario(Object read, Map<String, Scenario> told) {
        Map<String, Object> scenario = map(read, "a scenario");
        String name = text(scenario, "scenario", "a scenario");
        Object when = scenario.get("when");
        if (when == null) {
            throw new Unreadable(name + ": there is no when");
        }
        return new Scenario(
                name,
                requirements(scenario, name),
                given(scenario.getOrDefault("given", List.of()), told, name),
                step(when, name),
                expectation(map(scenario.get("then"), name + ": then"), name));
    }

    /// The steps, or the name of an earlier scenario in which the same had happened.
    private static List<Step> given(Object read, Map<String, Scenario> told, String name) {
        if (read instanceof String earlier) {
            Scenario same = told.get(earlier);
            if (same == null) {
                throw new Unreadable(name + ": given: there is no scenario " + earlier + " above");
            }
            return same.given();
        }
        List<Step> given = new ArrayList<>();
        for (Object step : list(read, name)) {
            given.add(step(step, name));
        }
        return List.copyOf(given);
    }

    private static List<String> requirements(Map<String, Object> scenario, String name) {
        List<String> shown = texts(scenario.get("requirement"));
        if (shown.isEmpty()) {
            throw new Unreadable(name + ": there is no requirement");
        }
        return shown;
    }

    /// The first key is who acts; its value is the act.
    private static Step step(Object read, String name) {
        Map<String, Object> step = new LinkedHashMap<>(map(read, name));
        String who = step.keySet().stream().findFirst().orElseThrow(() -> empty(name));
        String does = String.valueOf(step.remove(who));
        return new Step(who, does, Map.copyOf(step));
    }

    private static Unreadable empty(String name) {
        return new Unreadable(name + ": a step is empty");
    }

    private static Expectation expectation(Map<String, Object> then, String name) {
        Expectation expected =
                new Expectation(
                        texts(then.get("violates")),
                        String.valueOf(then.getOrDefault("refused", "")),
                        texts(then.get("happens")));
        if (then.size() != 1
                || expected.violates().isEmpty()
                        && expected.refused().isEmpty()
                        && !then.containsKey("happens")) {
            throw new Unreadable(name + ": then has one of violates, refused and happens");
        }
        return expected;
    }

    private static List<String> texts(@Nullable Object read) {
        return switch (read) {
            case null -> List.of();
            case List<?> many -> many.stream().map(String::valueOf).toList();
            default -> List.of(String.valueOf(read));
        };
    }

    private static String text(Map<String, Object> map, String key, String name) {
        Object value = map.get(key);
        if (value == null) {
            throw new Unreadable(name + ": there is no " + key);
        }
        return String.valueOf(value);
    }

    private static List<?> list(@Nullable Object read, String name) {
        if (read instanceof List<?> list) {
            return list;
        }
        throw new Unreadable(name + ": here must be a list");
    }

    private static Map<String, Object> map(@Nullable Object read, String name) {
        if (!(read instanceof Map<?, ?> map) || map.isEmpty()) {
            throw new Unreadable(name + ": here must be a table");
        }
        Map<String, Object> named = new LinkedHashMap<>();
        map.forEach((key, value) -> named.put(String.valueOf(key), value == null ? "" : value));
        return named;
    }
}
