package io.chatkeeper.local.standin;

import de.bwaldvogel.mongo.bson.Document;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The top-level fields that are enough to answer a query, to sort or to project. Whatever is not
/// surely understood needs the whole document, which is the empty answer.
final class Roots {

    private Roots() {}

    /// What a query looks at.
    static Optional<Set<String>> ofQuery(Document query) {
        Set<String> roots = new HashSet<>();
        return collect(query, roots) ? Optional.of(roots) : Optional.empty();
    }

    private static boolean collect(Document query, Set<String> roots) {
        for (var condition : query.entrySet()) {
            boolean understood =
                    switch (condition.getKey()) {
                        case "$and", "$or", "$nor" -> collectAll(condition.getValue(), roots);
                        default -> addRoot(condition.getKey(), roots);
                    };
            if (!understood) {
                return false;
            }
        }
        return true;
    }

    private static boolean collectAll(@Nullable Object clauses, Set<String> roots) {
        return clauses instanceof Collection<?> all
                && all.stream().allMatch(one -> one instanceof Document d && collect(d, roots));
    }

    private static boolean addRoot(String path, Set<String> roots) {
        if (path.isEmpty() || path.indexOf('$') >= 0) {
            return false;
        }
        int dot = path.indexOf('.');
        roots.add(dot < 0 ? path : path.substring(0, dot));
        return true;
    }

    /// What a query, its order and a projection that only includes fields need together.
    static Optional<Set<String>> ofQuery(
            Document query, @Nullable Document orderBy, @Nullable Document fields) {
        if (fields == null || fields.isEmpty()) {
            return Optional.empty();
        }
        Set<String> roots = new HashSet<>(List.of("_id"));
        boolean understood = collect(query, roots);
        for (String path : orderBy == null ? Set.<String>of() : orderBy.keySet()) {
            understood &= addRoot(path, roots);
        }
        for (var field : fields.entrySet()) {
            understood &= includes(field.getValue()) && addRoot(field.getKey(), roots);
        }
        return understood ? Optional.of(roots) : Optional.empty();
    }

    private static boolean includes(@Nullable Object wanted) {
        return Boolean.TRUE.equals(wanted)
                || wanted instanceof Number number && number.doubleValue() != 0;
    }
}
