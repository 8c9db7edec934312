package io.chatkeeper.pipeline;

import io.chatkeeper.contract.ClockAction;
import io.chatkeeper.contract.Role;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One instance of any record of the contract, with every field filled, or with none that may be
/// left out.
final class Samples {
    private enum Optionals {
        FILLED,
        LEFT_OUT
    }

    private Samples() {}

    static Object full(Class<?> record) {
        return record(record, Optionals.FILLED);
    }

    static Object sparse(Class<?> record) {
        return record(record, Optionals.LEFT_OUT);
    }

    private static Object record(Class<?> type, Optionals optionals) {
        RecordComponent[] components = type.getRecordComponents();
        try {
            var constructor =
                    type.getDeclaredConstructor(
                            Arrays.stream(components)
                                    .map(RecordComponent::getType)
                                    .toArray(Class<?>[]::new));
            return constructor.newInstance(
                    Arrays.stream(components)
                            .map(component -> value(component, optionals))
                            .toArray());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("no sample of " + type, e);
        }
    }

    private static @Nullable Object value(RecordComponent component, Optionals optionals) {
        AnnotatedType type = component.getAnnotatedType();
        boolean leftOut =
                optionals == Optionals.LEFT_OUT && type.isAnnotationPresent(Nullable.class);
        return leftOut ? null : value(component.getGenericType(), optionals);
    }

    private static Object value(Type type, Optionals optionals) {
        return switch (type) {
            case ParameterizedType generic when generic.getRawType() == List.class ->
                    list(generic.getActualTypeArguments()[0], optionals);
            case ParameterizedType generic ->
                    Map.of("key", value(generic.getActualTypeArguments()[1], optionals));
            case Class<?> plain when plain.isRecord() -> record(plain, optionals);
            case Class<?> plain when plain.isEnum() -> plain.getEnumConstants()[0];
            case Class<?> plain -> simple(plain);
            default -> throw new IllegalStateException("no sample of " + type);
        };
    }

    private static List<?> list(Type element, Optionals optionals) {
        return element == ClockAction.class
                ? List.of(
                        new ClockAction.Notify("lead"),
                        new ClockAction.Escalate(Role.LEAD, Duration.ofMinutes(30), "desk"),
                        new ClockAction.Escalate(Role.MANAGER, null, null),
                        new ClockAction.Escalate(null, null, "desk", true),
                        new ClockAction.Escalate(null, null, null, true),
                        new ClockAction.Inform("We are still on it."),
                        new ClockAction.Reassign("desk"))
                : List.of(value(element, optionals));
    }

    private static Object simple(Class<?> type) {
        return switch (type.getSimpleName()) {
            case "ClockAction" -> new ClockAction.Inform("We are still on it.");
            case "String" -> "words";
            case "int", "Integer" -> 3;
            case "long", "Long" -> 4L;
            case "boolean", "Boolean" -> true;
            case "Instant" -> Instant.parse("2026-11-22T12:00:00.123Z");
            case "Duration" -> Duration.ofMinutes(90);
            default -> throw new IllegalStateException("no sample of " + type);
        };
    }
}
