package io.chatkeeper.pipeline.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class WatermarkTest {
    private final Watermark mark = new Watermark();

    @Test
    void the_mark_moves_only_past_what_is_done_without_a_gap() {
        var first = begun(10);
        var second = begun(11);
        var third = begun(12);
        second.complete(null);

        assertThat(mark.advance()).isEmpty();

        first.complete(null);

        assertThat(mark.advance()).hasValue(12);
        assertThat(mark.advance()).isEmpty();
        assertThat(mark.inFlight()).isEqualTo(1);

        third.complete(null);

        assertThat(mark.advance()).hasValue(13);
        assertThat(mark.inFlight()).isZero();
    }

    private CompletableFuture<Void> begun(long offset) {
        var done = new CompletableFuture<Void>();
        mark.add(offset, done);
        return done;
    }
}
