package io.chatkeeper.gateway.streams;

import static org.assertj.core.api.Assertions.assertThat;

import io.chatkeeper.gateway.streams.Consoles.Word;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ConsolesTest {
    private static final Word SEEN = new Word("casey", true);
    private static final Word LOST = new Word("casey", false);

    private Instant now = Instant.parse("2026-11-22T12:00:00Z");
    private final Consoles consoles =
            new Consoles(
                    () -> now,
                    new PresenceSettings(
                            Duration.ofMinutes(10),
                            Duration.ofSeconds(45),
                            Duration.ofMinutes(1),
                            Duration.ofMinutes(5),
                            Duration.ofSeconds(1)));

    private void later(long seconds) {
        now = now.plusSeconds(seconds);
    }

    @Test
    void a_console_is_seen_while_it_reads_its_stream() {
        consoles.opened("casey");
        assertThat(consoles.due()).containsExactly(SEEN);
        assertThat(consoles.due()).isEmpty();
        consoles.closed("casey");
        assertThat(consoles.due()).containsExactly(LOST);
        assertThat(consoles.due()).isEmpty();
    }

    @Test
    void two_pages_of_one_agent_are_one_console() {
        consoles.opened("casey");
        consoles.opened("casey");
        consoles.due();
        consoles.closed("casey");
        assertThat(consoles.due()).isEmpty();
    }

    @Test
    void a_stream_that_breaks_and_comes_back_at_once_is_not_worth_a_word() {
        consoles.opened("casey");
        consoles.due();
        consoles.closed("casey");
        consoles.opened("casey");
        assertThat(consoles.due()).isEmpty();
    }

    @Test
    void the_word_is_renewed_before_its_time_is_over() {
        consoles.opened("casey");
        consoles.due();
        later(299);
        assertThat(consoles.due()).isEmpty();
        later(1);
        assertThat(consoles.due()).containsExactly(SEEN);
    }

    @Test
    void a_console_that_has_answered_and_falls_silent_is_lost_though_its_connection_lives() {
        consoles.opened("casey");
        consoles.answered("casey");
        consoles.due();
        later(44);
        assertThat(consoles.due()).isEmpty();
        later(1);
        assertThat(consoles.due()).containsExactly(LOST);
        consoles.answered("casey");
        assertThat(consoles.due()).containsExactly(SEEN);
    }

    @Test
    void a_console_that_never_answers_counts_as_there_while_it_reads() {
        consoles.opened("casey");
        consoles.due();
        later(200);
        assertThat(consoles.due()).isEmpty();
    }

    @Test
    void who_answers_here_and_reads_elsewhere_is_seen_here_too() {
        consoles.answered("casey");
        assertThat(consoles.due()).containsExactly(SEEN);
        later(45);
        assertThat(consoles.due()).containsExactly(LOST);
    }

    @Test
    void a_word_that_did_not_get_through_is_said_again() {
        consoles.opened("casey");
        consoles.due();
        consoles.failed(SEEN);
        assertThat(consoles.due()).containsExactly(SEEN);
        consoles.closed("casey");
        consoles.due();
        consoles.failed(LOST);
        assertThat(consoles.due()).containsExactly(LOST);
    }

    @Test
    void a_gateway_that_goes_away_says_so_of_everybody_it_has_seen() {
        consoles.opened("casey");
        consoles.due();
        consoles.opened("cam");
        assertThat(consoles.farewell()).containsExactly(LOST);
        assertThat(consoles.due()).isEmpty();
    }
}
