package io.chatkeeper.pipeline.journal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class HashChainTest {
    private static final Entry ENTRY = Entries.entry("toy-1", 7, Entries.NOON, "{\"words\":\"a\"}");

    @ParameterizedTest
    @MethodSource("tamperings")
    void a_changed_entry_has_another_hash(Tampering tampering) {
        Entry changed = tampering.change().apply(ENTRY);

        assertThat(HashChain.next(HashChain.START, changed))
                .isNotEqualTo(HashChain.next(HashChain.START, ENTRY));
    }

    @Test
    void the_size_of_a_payload_is_that_of_its_bytes() {
        for (String text :
                List.of("", "plain", "ä€😀", "a\ud83d", "\ude00b", "\ud83d\ud83d\ude00")) {
            assertThat(Entry.sizeOf(text)).isEqualTo(text.getBytes(UTF_8).length);
        }
    }

    @Test
    void the_same_entry_behind_another_one_has_another_hash() {
        assertThat(HashChain.next("1".repeat(64), ENTRY))
                .isNotEqualTo(HashChain.next(HashChain.START, ENTRY));
    }

    @Test
    void words_can_not_be_moved_from_one_field_to_the_next() {
        Entry one = with(ENTRY, "ab", "c");
        Entry other = with(ENTRY, "a", "bc");

        assertThat(HashChain.next(HashChain.START, one))
                .isNotEqualTo(HashChain.next(HashChain.START, other));
    }

    /// This value is stored in every journal: it may never change.
    @Test
    void the_way_a_hash_is_computed_is_kept_for_ever() {
        assertThat(HashChain.next(HashChain.START, ENTRY))
                .isEqualTo("e76955226f3525550bb1f1400c08817105fafc4e6aeba5266733ffde10b21939");
    }

    record Tampering(String field, UnaryOperator<Entry> change) {
        @Override
        public String toString() {
            return field;
        }
    }

    static Stream<Tampering> tamperings() {
        return Stream.of(
                new Tampering("payload", e -> with(e, e.type(), "{\"words\":\"b\"}")),
                new Tampering("type", e -> with(e, "io.chatkeeper.toy.other.v1", e.payload())),
                new Tampering("sequence", e -> Entries.entry("toy-1", 8, e.wakeAt(), e.payload())),
                new Tampering("wakeAt", e -> Entries.entry("toy-1", 7, null, e.payload())),
                new Tampering("stream", e -> Entries.entry("toy-2", 7, e.wakeAt(), e.payload())),
                new Tampering("refused", e -> without(e)));
    }

    private static Entry with(Entry e, String type, String payload) {
        return copy(e, type, e.refused(), payload);
    }

    private static Entry without(Entry e) {
        return copy(e, e.type(), List.of(), e.payload());
    }

    private static Entry copy(
            Entry e, String type, List<Entry.RefusedCommand> refused, String payload) {
        return new Entry(
                e.eventId(),
                type,
                e.sequence(),
                e.time(),
                e.actor(),
                e.commandId(),
                e.fingerprint(),
                e.correlationId(),
                e.causationId(),
                e.source(),
                e.origin(),
                e.sopVersion(),
                e.wakeAt(),
                e.traceparent(),
                refused,
                payload,
                e.hash());
    }
}
