package io.chatkeeper.bench.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// Figures as lines for a terminal.
public final class Table {
    private static final List<String> HEAD =
            List.of("figure", "measured", "against", "ratio", "target", "");

    private Table() {}

    /// The lines, the head first.
    public static List<String> of(List<Figure> figures) {
        List<List<String>> rows = new ArrayList<>(List.of(HEAD));
        figures.forEach(figure -> rows.add(row(figure)));
        int[] widths =
                IntStream.range(0, HEAD.size())
                        .map(column ->
                                rows.stream()
                                        .mapToInt(row -> row.get(column).length())
                                        .max()
                                        .orElse(0))
                        .toArray();
        return rows.stream().map(row -> line(row, widths)).toList();
    }

    private static List<String> row(Figure figure) {
        boolean absolute = figure.isAbsolute();
        return List.of(
                figure.title(),
                Figure.number(figure.value()) + " " + figure.unit(),
                absolute ? "" : Figure.number(figure.against()) + " " + figure.unit(),
                absolute ? "" : Figure.number(figure.ratio()) + "×",
                figure.target(),
                figure.outcome());
    }

    private static String line(List<String> row, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int column = 0; column < row.size(); column++) {
            String cell = row.get(column);
            String gap = " ".repeat(widths[column] - cell.length());
            line.append(column == 0 ? cell + gap : gap + cell).append("  ");
        }
        return line.toString().stripTrailing();
    }
}
