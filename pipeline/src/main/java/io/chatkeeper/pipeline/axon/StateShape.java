package io.chatkeeper.pipeline.axon;

import io.chatkeeper.pipeline.Ids;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;

/// Names the shape of an aggregate's state: every class of ours that can be in it, with its fields
/// and their types. A snapshot made with another shape can't be trusted to be read back right.
final class StateShape {
    private static final String OURS = "io.chatkeeper.";

    private final Map<String, String> classes = new TreeMap<>();

    private StateShape() {}

    /// @param revision raised when folding the same events gives another state of the same shape
    static String of(Class<?> aggregate, int revision) {
        StateShape shape = new StateShape();
        shape.add(aggregate);
        return Ids.fingerprint(revision + " " + shape.classes);
    }

    private void add(Type type) {
        switch (type) {
            case ParameterizedType generic -> {
                add(generic.getRawType());
                Arrays.stream(generic.getActualTypeArguments()).forEach(this::add);
            }
            case Class<?> plain when plain.isArray() -> add(plain.getComponentType());
            case Class<?> plain when isNewAndOurs(plain) -> addClass(plain);
            default -> {
                // A class of Java or of a library, or a variable: named where it is used.
            }
        }
    }

    private boolean isNewAndOurs(Class<?> type) {
        return type.getName().startsWith(OURS) && !classes.containsKey(type.getName());
    }

    private void addClass(Class<?> type) {
        classes.put(type.getName(), describe(type));
        if (type.isSealed()) {
            Arrays.stream(type.getPermittedSubclasses()).forEach(this::add);
        }
        if (!type.isEnum()) {
            fieldsOf(type).forEach(field -> add(field.getGenericType()));
        }
    }

    private static String describe(Class<?> type) {
        return type.isEnum()
                ? Arrays.toString(type.getEnumConstants())
                : fieldsOf(type)
                        .map(field -> field.getName() + ":" + field.getGenericType().getTypeName())
                        .toList()
                        .toString();
    }

    private static java.util.stream.Stream<Field> fieldsOf(Class<?> type) {
        return Arrays.stream(type.getDeclaredFields())
                .filter(field -> !Modifier.isStatic(field.getModifiers()))
                .sorted(Comparator.comparing(Field::getName));
    }
}
