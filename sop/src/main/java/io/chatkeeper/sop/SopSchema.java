package io.chatkeeper.sop;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/// The JSON Schema of SOP files, made from the shape that the reader checks against, so that
/// editors and reader can't disagree. What needs more than one place of a file to be judged (a desk
/// that is not there, a clock that can't stop) is the reader's alone.
public final class SopSchema {
    private static final String DURATION =
            "^P(?=.)(\\\\d+D)?(T(?=.)(\\\\d+H)?(\\\\d+M)?(\\\\d+S)?)?$";
    private static final String DATE = "^\\\\d{4}-\\\\d{2}-\\\\d{2}$";

    private final StringBuilder json = new StringBuilder();

    private SopSchema() {}

    /// The schema as JSON text.
    public static String json() {
        SopSchema schema = new SopSchema();
        schema.json.append(
                """
                {
                  "$schema": "https://json-schema.org/draft/2020-12/schema",
                  "$id": "https://chatkeeper.io/sop.schema.json",
                  "title": "A Chatkeeper SOP file",
                """);
        schema.members(SopShape.FILE, 1);
        return schema.json.append("}\n").toString();
    }

    /// The members of the object that describes a shape.
    private void members(Shape shape, int depth) {
        switch (shape) {
            case Shape.Section(var keys) -> section(keys, depth);
            case Shape.Named(var each, var min) -> {
                line(depth, "\"type\": \"object\",");
                line(depth, "\"minProperties\": " + min + ",");
                line(
                        depth,
                        "\"propertyNames\": {\"pattern\": " + whole(SopShape.NAME.regex()) + "},");
                object(depth, "\"additionalProperties\": ", each, "");
            }
            case Shape.Many(var each, var min) -> many(each, min, depth);
            case Shape.Either(var word, var other) -> {
                line(depth, "\"anyOf\": [");
                line(depth + 1, "{\"const\": " + quoted(word) + "},");
                object(depth + 1, "", other, "");
                line(depth, "]");
            }
            default -> scalar(shape, depth);
        }
    }

    /// The members that describe a single value.
    private void scalar(Shape shape, int depth) {
        switch (shape) {
            case Shape.Text(var max) ->
                    line(depth, "\"type\": [\"string\", \"number\"], \"maxLength\": " + max);
            case Shape.Form(var regex, var said) -> {
                line(depth, "\"type\": \"string\",");
                line(depth, "\"description\": " + quoted(said) + ",");
                line(depth, "\"pattern\": " + whole(regex));
            }
            case Shape.Word(var words) ->
                    line(
                            depth,
                            "\"enum\": "
                                    + words.stream()
                                            .map(SopSchema::quoted)
                                            .collect(Collectors.joining(", ", "[", "]")));
            case Shape.Whole(var min, var max) ->
                    line(
                            depth,
                            "\"type\": \"integer\", \"minimum\": " + min + ", \"maximum\": " + max);
            case Shape.Flag _ -> line(depth, "\"type\": \"boolean\"");
            case Shape.Time _ ->
                    line(
                            depth,
                            "\"type\": \"string\", \"description\": \"a duration such as PT15M\","
                                    + " \"pattern\": \""
                                    + DURATION
                                    + "\"");
            case Shape.Day _ -> line(depth, "\"type\": \"string\", \"pattern\": \"" + DATE + "\"");
            case Shape.Zone _ ->
                    line(
                            depth,
                            "\"type\": \"string\", \"description\": \"a time zone such as"
                                    + " Europe/Berlin\"");
            default -> throw new IllegalStateException("not a single value: " + shape);
        }
    }

    private void section(Map<String, Shape.Key> keys, int depth) {
        line(depth, "\"type\": \"object\",");
        line(depth, "\"additionalProperties\": false,");
        List<String> required =
                keys.entrySet().stream()
                        .filter(key -> key.getValue().required())
                        .map(key -> quoted(key.getKey()))
                        .toList();
        if (!required.isEmpty()) {
            line(depth, "\"required\": [" + String.join(", ", required) + "],");
        }
        line(depth, "\"properties\": {");
        List<String> names = new ArrayList<>(keys.keySet());
        for (String name : names) {
            String end = name.equals(names.getLast()) ? "" : ",";
            var key = Objects.requireNonNull(keys.get(name));
            object(depth + 1, quoted(name) + ": ", key.shape(), end);
        }
        line(depth, "}");
    }

    /// A single item may stand without brackets.
    private void many(Shape each, int min, int depth) {
        line(depth, "\"anyOf\": [");
        line(depth + 1, "{");
        line(depth + 2, "\"type\": \"array\",");
        line(depth + 2, "\"minItems\": " + min + ",");
        object(depth + 2, "\"items\": ", each, "");
        line(depth + 1, "},");
        object(depth + 1, "", each, "");
        line(depth, "]");
    }

    private void object(int depth, String before, Shape shape, String after) {
        line(depth, before + "{");
        members(shape, depth + 1);
        line(depth, "}" + after);
    }

    private void line(int depth, String text) {
        json.append("  ".repeat(depth)).append(text).append('\n');
    }

    private static String whole(String regex) {
        return quoted("^(" + regex + ")$");
    }

    private static String quoted(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }
}
