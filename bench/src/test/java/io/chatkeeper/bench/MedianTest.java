package io.chatkeeper.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MedianTest {
    @Test
    void one_disturbed_round_does_not_move_it() {
        assertThat(Median.of(3, 1, 900, 2, 4)).isEqualTo(3);
    }

    @Test
    void of_an_even_number_it_is_the_mean_of_the_middle() {
        assertThat(Median.of(1, 2, 4, 9)).isEqualTo(3);
    }

    @Test
    void of_none_it_is_not_a_number() {
        assertThat(Median.of()).isNaN();
    }
}
