package io.chatkeeper.local.standin;

import de.bwaldvogel.mongo.bson.BsonRegularExpression;
import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The part of a document map a query can meet, read off what it says about `_id`. It may be too
/// wide (whoever uses it filters by the whole query afterwards), never too narrow.
sealed interface KeySpan {

    /// Nothing is said about `_id` that narrows the search.
    record Everything() implements KeySpan {}

    /// Only these keys.
    record Points(List<Object> keys) implements KeySpan {}

    /// Keys from `from` to `to`, both ends included; an absent end is open.
    record Range(@Nullable Object from, @Nullable Object to) implements KeySpan {}

    /// The narrowest span found in the query's top level and in its `$and` clauses.
    static KeySpan of(Document query) {
        KeySpan span = new Everything();
        for (Object condition : conditions(query)) {
            span = narrower(span, ofCondition(condition));
        }
        return span;
    }

    private static List<Object> conditions(Document query) {
        List<Object> conditions = new ArrayList<>();
        if (query.get("_id") instanceof Object condition) {
            conditions.add(condition);
        }
        if (query.get("$and") instanceof Collection<?> clauses) {
            for (Object clause : clauses) {
                if (clause instanceof Document part) {
                    conditions.addAll(conditions(part));
                }
            }
        }
        return conditions;
    }

    private static KeySpan ofCondition(Object condition) {
        if (unusable(condition)) {
            return new Everything();
        }
        if (!(condition instanceof Document operators) || !hasOperators(operators)) {
            return new Points(List.of(condition));
        }
        KeySpan span = new Everything();
        for (var operator : operators.entrySet()) {
            span = narrower(span, ofOperator(operator.getKey(), operator.getValue()));
        }
        return span;
    }

    private static KeySpan ofOperator(String operator, @Nullable Object value) {
        if (operator.equals("$in") && value instanceof Collection<?> values) {
            return values.stream().anyMatch(KeySpan::unusable)
                    ? new Everything()
                    : new Points(List.copyOf(values));
        }
        if (value == null || unusable(value)) {
            return new Everything();
        }
        return switch (operator) {
            case "$eq" -> new Points(List.of(value));
            case "$gt", "$gte" -> new Range(value, null);
            case "$lt", "$lte" -> new Range(null, value);
            default -> new Everything(); // A string of the wire, not a type of ours.
        };
    }

    private static boolean hasOperators(Document condition) {
        return condition.keySet().stream().anyMatch(key -> key.startsWith("$"));
    }

    private static boolean unusable(@Nullable Object value) {
        return value == null
                || value instanceof Collection<?>
                || BsonRegularExpression.isRegularExpression(value);
    }

    private static KeySpan narrower(KeySpan left, KeySpan right) {
        return switch (left) {
            case Everything _ -> right;
            case Points points -> points;
            case Range(var from, var to) ->
                    switch (right) {
                        case Everything _ -> left;
                        case Points points -> points;
                        case Range(var otherFrom, var otherTo) ->
                                new Range(
                                        from == null ? otherFrom : from, to == null ? otherTo : to);
                    };
        };
    }
}
