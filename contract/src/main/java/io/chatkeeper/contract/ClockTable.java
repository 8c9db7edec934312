package io.chatkeeper.contract;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// The report on promises as a table for spreadsheets (RFC 4180).
public final class ClockTable {
    private static final String END = "\r\n";

    /// A spreadsheet takes a cell that begins like this for a formula, and runs it.
    private static final String FORMULA = "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20";

    private ClockTable() {}

    /// @param columns what the lines are told apart by
    public static String csv(Collection<ClockTally> lines, Set<ClockDimension> columns) {
        var ordered = new TreeSet<>(columns);
        List<String> head = new ArrayList<>(ordered.stream().map(ClockDimension::word).toList());
        head.addAll(List.of("kept", "broken"));
        StringBuilder table = new StringBuilder(row(head));
        for (ClockTally line : lines) {
            List<String> cells = new ArrayList<>(ordered.stream().map(line::cell).toList());
            cells.addAll(List.of(Long.toString(line.kept()), Long.toString(line.broken())));
            table.append(row(cells));
        }
        return table.toString();
    }

    private static String row(List<String> cells) {
        return String.join(",", cells.stream().map(ClockTable::cell).toList()) + END;
    }

    /// A cell that would be run is told to be text by the apostrophe that spreadsheets know.
    private static String cell(String text) {
        String safe = !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        boolean plain = safe.chars().noneMatch(c -> c == ',' || c == '"' || c == '\r' || c == '\n');
        return plain ? safe : '"' + safe.replace("\"", "\"\"") + '"';
    }
}
