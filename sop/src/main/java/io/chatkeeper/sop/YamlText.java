package io.chatkeeper.sop;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/// Reads the small part of YAML that an SOP file needs: tables, lists and texts of one document.
/// Anchors, aliases, tags, merge keys and repeated keys are faults, so what is read is what is
/// seen.
final class YamlText {
    /// How deep tables and lists may stand inside each other.
    static final int MAX_DEPTH = 12;

    /// The longest line, in UTF-16 units.
    private static final int MAX_LINE = 8_192;

    /// The longest key, in UTF-16 units.
    private static final int MAX_KEY = 200;

    private final Iterator<Event> events;
    private final FaultList faults;

    private YamlText(Iterator<Event> events, FaultList faults) {
        this.events = events;
        this.faults = faults;
    }

    /// The document, or nothing if it can't be read at all; then there is a fault that says why.
    static Optional<Yaml> read(String text, FaultList faults) {
        int longLine = longLine(text);
        if (longLine > 0) {
            faults.add(longLine, 1, "", "A line holds at most " + MAX_LINE + " characters.");
            return Optional.empty();
        }
        LoadSettings settings =
                LoadSettings.builder().setLabel("sop").setCodePointLimit(text.length() + 1).build();
        try {
            return new YamlText(new Parse(settings).parseString(text).iterator(), faults)
                    .document();
        } catch (TooDeep deep) {
            faults.add(
                    deep.line, deep.column, "", "Tables and lists stand too deep inside others.");
        } catch (MarkedYamlEngineException broken) {
            Optional<Mark> mark = broken.getProblemMark().or(broken::getContextMark);
            faults.add(line(mark), column(mark), "", "This is not YAML: " + said(broken) + ".");
        } catch (YamlEngineException broken) {
            faults.add(1, 1, "", "This is not YAML: " + said(broken) + ".");
        }
        return Optional.empty();
    }

    /// The number of the first line that is too long, from 1; 0 if there is none. The parser takes
    /// endless lines apart at endless cost.
    private static int longLine(String text) {
        int line = 1;
        int start = 0;
        for (int at = 0; at < text.length(); at++) {
            if (text.charAt(at) == '\n') {
                line++;
                start = at + 1;
            } else if (at - start >= MAX_LINE) {
                return line;
            }
        }
        return 0;
    }

    private static String said(YamlEngineException broken) {
        String said =
                broken instanceof MarkedYamlEngineException marked && marked.getProblem() != null
                        ? marked.getProblem()
                        : String.valueOf(broken.getMessage());
        return said.lines().findFirst().orElse("it can't be read").strip();
    }

    private Optional<Yaml> document() {
        Optional<Yaml> document = Optional.empty();
        while (events.hasNext()) {
            Event event = events.next();
            if (event instanceof NodeEvent && document.isEmpty()) {
                document = Optional.of(node(event, 0));
            } else if (event instanceof NodeEvent) {
                faults.add(line(event), column(event), "", "Only one document fits in a file.");
                return document;
            }
        }
        if (document.isEmpty()) {
            faults.add(1, 1, "", "The file is empty.");
        }
        return document;
    }

    private Yaml node(Event event, int depth) {
        if (depth > MAX_DEPTH) {
            throw new TooDeep(line(event), column(event));
        }
        if (event instanceof NodeEvent node && node.getAnchor().isPresent()) {
            refuse(event, "Anchors and aliases are not read here; write the value out.");
        }
        return switch (event) {
            case AliasEvent _ -> new Yaml.Scalar(line(event), column(event), "", false);
            case ScalarEvent scalar -> scalar(scalar);
            case CollectionStartEvent start -> collection(start, depth);
            default -> throw new IllegalStateException("no node: " + event.getEventId());
        };
    }

    private Yaml scalar(ScalarEvent scalar) {
        if (scalar.getTag().isPresent()) {
            refuseTag(scalar);
        }
        return new Yaml.Scalar(line(scalar), column(scalar), scalar.getValue(), scalar.isPlain());
    }

    private Yaml collection(CollectionStartEvent start, int depth) {
        if (start.getTag().isPresent()) {
            refuseTag(start);
        }
        return start.getEventId() == Event.ID.MappingStart
                ? table(start, depth)
                : items(start, depth);
    }

    private Yaml items(Event start, int depth) {
        List<Yaml> each = new ArrayList<>();
        Event next = events.next();
        while (next.getEventId() != Event.ID.SequenceEnd) {
            each.add(node(next, depth + 1));
            next = events.next();
        }
        return new Yaml.Items(line(start), column(start), List.copyOf(each));
    }

    private Yaml table(Event start, int depth) {
        Map<String, Yaml.Entry> entries = new LinkedHashMap<>();
        Event next = events.next();
        while (next.getEventId() != Event.ID.MappingEnd) {
            Yaml key = node(next, depth + 1);
            Yaml value = node(events.next(), depth + 1);
            if (!(key instanceof Yaml.Scalar name)
                    || name.missing()
                    || name.value().length() > MAX_KEY) {
                refuse(next, "A key must be a word.");
            } else if (name.plain() && name.value().equals("<<")) {
                refuse(next, "Merge keys are not read here; write the values out.");
            } else if (entries.containsKey(name.value())) {
                refuse(next, "The key " + name.value() + " is here twice.");
            } else {
                entries.put(name.value(), new Yaml.Entry(line(next), column(next), value));
            }
            next = events.next();
        }
        return new Yaml.Table(line(start), column(start), entries);
    }

    private void refuseTag(Event event) {
        refuse(event, "Tags are not read here; write the plain value.");
    }

    private void refuse(Event event, String message) {
        faults.add(line(event), column(event), "", message);
    }

    private static int line(Event event) {
        return line(event.getStartMark());
    }

    private static int column(Event event) {
        return column(event.getStartMark());
    }

    private static int line(Optional<Mark> mark) {
        return mark.map(m -> m.getLine() + 1).orElse(1);
    }

    private static int column(Optional<Mark> mark) {
        return mark.map(m -> m.getColumn() + 1).orElse(1);
    }

    private static final class TooDeep extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final int line;
        private final int column;

        TooDeep(int line, int column) {
            super(null, null, false, false);
            this.line = line;
            this.column = column;
        }
    }
}
