package io.chatkeeper.sop;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What a procedure says in one version and not in another: by what is meant, not by lines. Order,
/// comments and quotes of the file make no difference.
public final class SopDiff {
    /// Keys by whose values the items of a list are told apart, in this order.
    private static final List<String> NAMING = List.of("name", "label", "not", "id");

    private SopDiff() {}

    /// The differences, in the order of the newer file; what only the older one says comes last.
    public static List<SopChange> between(Sop older, Sop newer) {
        Map<String, String> before = flat(older);
        Map<String, String> after = flat(newer);
        Set<String> paths = new LinkedHashSet<>(after.keySet());
        paths.addAll(before.keySet());
        List<SopChange> changes = new ArrayList<>();
        for (String path : paths) {
            change(path, before.get(path), after.get(path)).ifPresent(changes::add);
        }
        return List.copyOf(changes);
    }

    private static Optional<SopChange> change(
            String path, @Nullable String before, @Nullable String after) {
        if (before == null) {
            return Optional.of(new SopChange(path, SopChange.Kind.ADDED, null, after));
        }
        if (after == null) {
            return Optional.of(new SopChange(path, SopChange.Kind.REMOVED, before, null));
        }
        return before.equals(after)
                ? Optional.empty()
                : Optional.of(new SopChange(path, SopChange.Kind.CHANGED, before, after));
    }

    /// Every value of the file by its path.
    private static Map<String, String> flat(Sop sop) {
        Map<String, String> values = new LinkedHashMap<>();
        YamlText.read(sop.source(), new FaultList()).ifPresent(file -> flatten(file, "", values));
        return values;
    }

    private static void flatten(Yaml at, String path, Map<String, String> values) {
        switch (at) {
            case Yaml.Scalar scalar -> values.put(path, scalar.value().strip());
            case Yaml.Table table ->
                    table.entries()
                            .forEach((key, entry) ->
                                    flatten(entry.value(), under(path, key), values));
            case Yaml.Items items -> items(items, path, values);
        }
    }

    /// A list of plain values is one value; other items go by what names them.
    private static void items(Yaml.Items items, String path, Map<String, String> values) {
        if (items.each().stream().allMatch(item -> item.text().isPresent())) {
            values.put(
                    path,
                    items.each().stream()
                            .map(item -> item.text().orElseThrow())
                            .collect(Collectors.joining(", ")));
            return;
        }
        for (int i = 0; i < items.each().size(); i++) {
            Yaml item = items.each().get(i);
            String name = nameOf(item).orElse(Integer.toString(i + 1));
            flatten(item, path + "[" + name + "]", values);
        }
    }

    private static Optional<String> nameOf(Yaml item) {
        return NAMING.stream().flatMap(key -> item.text(key).stream()).findFirst();
    }

    private static String under(String path, String key) {
        return path.isEmpty() ? key : path + "." + key;
    }
}
