package io.chatkeeper.bench.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.chatkeeper.bench.report.Figure.Bound;
import java.util.List;
import org.junit.jupiter.api.Test;

class FigureTest {
    @Test
    void a_share_is_reached_at_its_limit_and_above() {
        assertThat(figure(60, 100, Bound.AT_LEAST, 0.60, true).outcome()).isEqualTo("reached");
        assertThat(figure(59, 100, Bound.AT_LEAST, 0.60, true).outcome()).isEqualTo("missed");
    }

    @Test
    void a_multiple_is_reached_at_its_limit_and_below() {
        assertThat(figure(13, 10, Bound.AT_MOST, 1.3, true).outcome()).isEqualTo("reached");
        assertThat(figure(14, 10, Bound.AT_MOST, 1.3, true).outcome()).isEqualTo("missed");
    }

    @Test
    void what_was_wrong_has_no_speed() {
        assertThat(figure(99, 100, Bound.AT_LEAST, 0.60, false).outcome()).isEqualTo("FAILED");
    }

    @Test
    void what_was_not_measured_says_so() {
        assertThat(figure(Double.NaN, 100, Bound.AT_LEAST, 0.60, true).outcome())
                .isEqualTo("not measured");
    }

    @Test
    void the_table_has_a_line_for_each_figure_below_its_head() {
        Figure figure = figure(60, 100, Bound.AT_LEAST, 0.60, true);

        List<String> lines = Table.of(List.of(figure));

        assertThat(lines).hasSize(2);
        assertThat(lines.getLast()).contains("60.0 ms", "100 ms", "0.60×", "≥ 0.60×", "reached");
    }

    @Test
    void the_picture_escapes_what_it_is_told() {
        assertThat(Picture.of("a < b & c", List.of())).contains("a &lt; b &amp; c");
    }

    private static Figure figure(
            double value, double against, Bound bound, double limit, boolean correct) {
        return new Figure("a figure", value, against, "ms", bound, limit, correct);
    }
}
