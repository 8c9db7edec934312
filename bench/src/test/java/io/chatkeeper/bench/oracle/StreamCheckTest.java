package io.chatkeeper.bench.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class StreamCheckTest {
    private final Ledger ledger = new Ledger();

    @Test
    void what_is_stored_once_and_in_order_is_clean() {
        acknowledged("a", 1);
        acknowledged("b", 2);

        assertThat(check(List.of("a", "b"), entry(1, "a"), entry(2, "b")))
                .isEqualTo(new Verdict(2, 0, 0, 0));
    }

    @Test
    void a_command_may_leave_several_entries_in_a_row() {
        acknowledged("open", 2);
        acknowledged("b", 3);

        assertThat(check(List.of("open", "b"), entry(1, "open"), entry(2, "open"), entry(3, "b")))
                .matches(Verdict::isClean);
    }

    @Test
    void acknowledged_and_not_stored_is_lost() {
        acknowledged("a", 1);
        acknowledged("b", 2);

        assertThat(check(List.of("a", "b"), entry(1, "a")).lost()).isEqualTo(1);
    }

    @Test
    void not_acknowledged_may_be_stored_or_not() {
        acknowledged("c", 2);

        assertThat(check(List.of("a", "b", "c"), entry(1, "b"), entry(2, "c")))
                .isEqualTo(new Verdict(1, 0, 0, 0));
    }

    @Test
    void stored_again_later_is_doubled() {
        acknowledged("a", 1);
        acknowledged("b", 2);

        assertThat(check(List.of("a", "b"), entry(1, "a"), entry(2, "b"), entry(3, "a")).doubled())
                .isEqualTo(1);
    }

    @Test
    void another_order_than_sent_is_reordered() {
        acknowledged("a", 2);
        acknowledged("b", 1);

        assertThat(check(List.of("a", "b"), entry(1, "b"), entry(2, "a")).reordered()).isEqualTo(1);
    }

    @Test
    void another_sequence_than_answered_is_reordered() {
        acknowledged("a", 7);

        assertThat(check(List.of("a"), entry(1, "a")).reordered()).isEqualTo(1);
    }

    @Test
    void a_gap_is_reordered() {
        acknowledged("a", 1);
        acknowledged("b", 3);

        assertThat(check(List.of("a", "b"), entry(1, "a"), entry(3, "b")).reordered()).isEqualTo(1);
    }

    private void acknowledged(String command, long sequence) {
        ledger.acknowledged(command, sequence);
    }

    private Verdict check(List<String> sent, Stored... stored) {
        return StreamCheck.of(sent, ledger, List.of(stored));
    }

    private static Stored entry(long sequence, String command) {
        return new Stored(sequence, command);
    }
}
