package io.chatkeeper.bench.report;

import java.util.List;
import java.util.Locale;

/// Figures as bars, each against its limit, as an SVG.
public final class Picture {
    private static final int WIDTH = 960;
    private static final int LABEL = 430;
    private static final int ROW = 26;
    private static final int TOP = 56;

    /// A bar that fills the room is this many times its limit.
    private static final double FULL = 2.0;

    private Picture() {}

    /// @param caption what was run where, in one line
    public static String of(String caption, List<Figure> figures) {
        int height = TOP + ROW * figures.size() + ROW;
        StringBuilder svg = new StringBuilder();
        svg.append(
                """
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" font-family="sans-serif" font-size="13">
                <rect width="100%%" height="100%%" fill="#ffffff"/>
                <text x="12" y="22" font-size="16" font-weight="bold">Chatkeeper, measured against its limits</text>
                <text x="12" y="42" fill="#555555">%s</text>
                """
                        .formatted(WIDTH, height, escaped(caption)));
        for (int row = 0; row < figures.size(); row++) {
            svg.append(bar(figures.get(row), TOP + row * ROW));
        }
        return svg.append(limitLine(height)).append("</svg>\n").toString();
    }

    private static String bar(Figure figure, int y) {
        double share = Double.isNaN(figure.ratio()) ? 0 : figure.ratio() / figure.limit();
        double width = Math.clamp(share / FULL, 0, 1) * room();
        return String.format(
                Locale.ROOT,
                """
                <text x="12" y="%d">%s</text>
                <rect x="%d" y="%d" width="%.1f" height="%d" fill="%s"/>
                <text x="%d" y="%d" fill="#222222">%s (%s) %s</text>
                """,
                y + 17,
                escaped(figure.title()),
                LABEL,
                y + 4,
                width,
                ROW - 8,
                figure.reached() ? "#9fd5a8" : "#f0b2a8",
                LABEL + 8,
                y + 17,
                escaped(
                        figure.isAbsolute()
                                ? Figure.number(figure.value()) + " " + figure.unit()
                                : Figure.number(figure.ratio()) + "×"),
                escaped(figure.target()),
                figure.outcome());
    }

    private static String limitLine(int height) {
        int x = (int) (LABEL + room() / FULL);
        return "<line x1=\"%d\" y1=\"%d\" x2=\"%d\" y2=\"%d\" stroke=\"#333333\"/>%n"
                .formatted(x, TOP, x, height - ROW);
    }

    private static double room() {
        return WIDTH - LABEL - 12;
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
