package io.chatkeeper.pipeline.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What every journal promises, whatever it writes to. A journal that does nothing fails every
/// single test of it.
abstract class JournalConformance {
    private static final String STREAM = "toy-1";
    private static final String SHAPE = "words";
    private static final Instant SOON = Entries.NOON.plusSeconds(60);

    private Journal journal = new InMemoryJournal();

    /// An empty journal.
    abstract Journal open();

    @BeforeEach
    final void openJournal() {
        journal = open();
    }

    @Test
    final void a_stream_begins_empty_and_ends_where_its_last_append_ends() {
        Journal.Stored before = journal.load(STREAM, SHAPE);
        StreamEnd after = append(STREAM, before.end(), 2);

        assertThat(before.entries()).isEmpty();
        assertThat(before.end()).isEqualTo(StreamEnd.START);
        assertThat(journal.load(STREAM, SHAPE).end()).isEqualTo(after);
    }

    @Test
    final void an_entry_is_loaded_as_it_was_appended() {
        Append append = Entries.append(STREAM, StreamEnd.START, 2, SOON, "{\"words\":\"ä€😀\"}");
        journal.append(append).join();

        assertThat(journal.load(STREAM, SHAPE).entries()).isEqualTo(append.entries());
    }

    @Test
    final void appends_follow_each_other_without_a_gap() {
        StreamEnd first = append(STREAM, StreamEnd.START, 2);
        append(STREAM, first, 3);

        assertThat(journal.load(STREAM, SHAPE).entries())
                .extracting(Entry::sequence)
                .containsExactly(1L, 2L, 3L, 4L, 5L);
    }

    @Test
    final void streams_do_not_mix() {
        append("toy-1", StreamEnd.START, 1);
        append("toy-11", StreamEnd.START, 2);

        assertThat(journal.load("toy-1", SHAPE).entries()).hasSize(1);
        assertThat(journal.read("toy-11", 0, 10)).hasSize(2);
    }

    @Test
    final void a_range_is_read_in_order_and_across_buckets() {
        append(STREAM, append(STREAM, StreamEnd.START, 128), 10);

        assertThat(journal.read(STREAM, 120, 12))
                .extracting(Entry::sequence)
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(121, 132).asLongStream().boxed().toList());
        assertThat(journal.read(STREAM, 138, 5)).isEmpty();
    }

    @Test
    final void an_append_at_a_stale_end_conflicts_and_writes_nothing() {
        StreamEnd end = append(STREAM, StreamEnd.START, 1);

        assertConflict(Entries.append(STREAM, StreamEnd.START, 1));
        assertThat(journal.load(STREAM, SHAPE).end()).isEqualTo(end);
    }

    @Test
    final void of_two_writers_at_the_same_end_one_wins() {
        StreamEnd end = append(STREAM, StreamEnd.START, 1);
        CompletableFuture<Void> one = journal.append(Entries.append(STREAM, end, 1));
        CompletableFuture<Void> other = journal.append(Entries.append(STREAM, end, 2));

        long lost = List.of(one, other).stream().filter(this::conflicts).count();

        assertThat(lost).isEqualTo(1);
    }

    @Test
    final void a_full_bucket_is_left_behind() {
        StreamEnd full = append(STREAM, StreamEnd.START, StreamEnd.BUCKET_EVENTS);
        StreamEnd next = append(STREAM, full, 1);

        assertThat(journal.load(STREAM, SHAPE).end()).isEqualTo(next);
        assertThat(next.bucket()).isEqualTo(1);
        assertConflict(Entries.append(STREAM, full, 1));
    }

    @Test
    final void an_append_may_take_its_bucket_beyond_its_size() {
        StreamEnd almost = append(STREAM, StreamEnd.START, 100);
        StreamEnd beyond = append(STREAM, almost, 64);
        StreamEnd next = append(STREAM, beyond, 1);

        assertThat(beyond.bucket()).isZero();
        assertThat(journal.load(STREAM, SHAPE).end()).isEqualTo(next);
        assertThat(journal.load(STREAM, SHAPE).entries()).hasSize(165);
        assertConflict(Entries.append(STREAM, almost, 1));
    }

    @Test
    final void a_bucket_full_of_large_events_is_left_behind() {
        String large = "\"" + "x".repeat(60_000) + "\"";
        StreamEnd end = StreamEnd.START;
        for (int i = 0; i < 8; i++) {
            Append append = Entries.append(STREAM, end, 10, null, large);
            journal.append(append).join();
            end = append.after();
        }

        assertThat(end.bucket()).isEqualTo(1);
        assertThat(journal.load(STREAM, SHAPE).end()).isEqualTo(end);
    }

    @Test
    final void it_knows_whether_a_stream_still_ends_there() {
        assertThat(journal.endsAt(STREAM, StreamEnd.START)).isTrue();
        StreamEnd full = append(STREAM, StreamEnd.START, 128);
        assertThat(journal.endsAt(STREAM, StreamEnd.START)).isFalse();
        assertThat(journal.endsAt(STREAM, full)).isTrue();
        StreamEnd next = append(STREAM, full, 1);
        assertThat(journal.endsAt(STREAM, full)).isFalse();
        assertThat(journal.endsAt(STREAM, next)).isTrue();
    }

    @Test
    final void the_last_entry_says_when_to_wake() {
        StreamEnd asleep = append("toy-1", StreamEnd.START, 1, SOON);
        append("toy-2", StreamEnd.START, 1, SOON);
        append("toy-1", asleep, 1, null);

        assertThat(journal.wakeUps(_ -> true)).isEqualTo(Map.of("toy-2", SOON));
        assertThat(journal.wakeUps("toy-1"::equals)).isEmpty();
    }

    @Test
    final void a_bucket_left_behind_wakes_nobody() {
        StreamEnd cancelled = append("toy-1", StreamEnd.START, 128, SOON);
        append("toy-1", cancelled, 1, null);
        StreamEnd moved = append("toy-2", StreamEnd.START, 128, SOON);
        append("toy-2", moved, 1, SOON.minusSeconds(30));

        assertThat(journal.wakeUps(_ -> true)).isEqualTo(Map.of("toy-2", SOON.minusSeconds(30)));
    }

    @Test
    final void the_chain_of_hashes_holds_from_the_first_entry_to_the_last() {
        append(STREAM, append(STREAM, StreamEnd.START, 128), 5);
        String hash = HashChain.START;

        List<Entry> entries = journal.load(STREAM, SHAPE).entries();

        assertThat(entries).hasSize(133);
        for (Entry entry : entries) {
            hash = HashChain.next(hash, entry.chained(""));
            assertThat(entry.hash()).isEqualTo(hash);
        }
    }

    @Test
    final void a_stream_is_built_from_its_snapshot_and_what_follows() {
        StreamEnd full = append(STREAM, StreamEnd.START, 128);
        Snapshot snapshot = Entries.snapshot(full, SHAPE);
        journal.keep(STREAM, snapshot);
        Append more = Entries.append(STREAM, full.rolled(), 3);
        journal.append(more).join();

        Journal.Stored stored = journal.load(STREAM, SHAPE);

        assertThat(stored.snapshot()).isEqualTo(snapshot);
        assertThat(stored.entries()).isEqualTo(more.entries());
        assertThat(stored.end()).isEqualTo(more.after());
    }

    @Test
    final void a_snapshot_without_a_following_entry_is_the_whole_stream() {
        StreamEnd full = append(STREAM, StreamEnd.START, 128);
        journal.keep(STREAM, Entries.snapshot(full, SHAPE));

        Journal.Stored stored = journal.load(STREAM, SHAPE);

        assertThat(stored.entries()).isEmpty();
        assertThat(stored.end()).isEqualTo(full.rolled());
        assertThat(journal.endsAt(STREAM, full)).isTrue();
        assertThat(journal.endsAt(STREAM, full.rolled())).isTrue();
        assertConflict(Entries.append(STREAM, StreamEnd.START, 1));
        append(STREAM, stored.end(), 1);
        assertThat(journal.endsAt(STREAM, full.rolled())).isFalse();
    }

    @Test
    final void the_newest_snapshot_counts_and_may_be_kept_twice() {
        StreamEnd one = append(STREAM, StreamEnd.START, 128);
        journal.keep(STREAM, Entries.snapshot(one, SHAPE));
        StreamEnd two = append(STREAM, one.rolled(), 130);
        Snapshot newest = Entries.snapshot(two, SHAPE);
        journal.keep(STREAM, newest);
        journal.keep(STREAM, newest);
        StreamEnd end = append(STREAM, two.rolled(), 2);

        Journal.Stored stored = journal.load(STREAM, SHAPE);

        assertThat(stored.snapshot()).isEqualTo(newest);
        assertThat(stored.entries()).hasSize(2);
        assertThat(stored.end()).isEqualTo(end);
    }

    @Test
    final void a_snapshot_of_another_shape_is_passed_over() {
        StreamEnd full = append(STREAM, StreamEnd.START, 128);
        journal.keep(STREAM, Entries.snapshot(full, "former words"));
        StreamEnd end = append(STREAM, full.rolled(), 2);

        Journal.Stored stored = journal.load(STREAM, SHAPE);

        assertThat(stored.snapshot()).isNull();
        assertThat(stored.entries()).hasSize(130);
        assertThat(stored.end()).isEqualTo(end);
    }

    @Test
    final void a_long_stream_is_read_from_anywhere() {
        StreamEnd end = StreamEnd.START;
        for (int bucket = 0; bucket < 20; bucket++) {
            if (end.isFull()) {
                journal.keep(STREAM, Entries.snapshot(end, "former words"));
                end = end.rolled();
            }
            end = append(STREAM, end, 128 + bucket);
        }

        assertThat(journal.read(STREAM, 2_000, 3))
                .extracting(Entry::sequence)
                .containsExactly(2_001L, 2_002L, 2_003L);
        assertThat(journal.read(STREAM, end.version() - 1, 3)).hasSize(1);
        assertThat(journal.load(STREAM, SHAPE).entries()).hasSize((int) end.version());
    }

    @Test
    final void many_streams_are_appended_to_at_once() {
        List<CompletableFuture<Void>> appends = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            appends.add(journal.append(Entries.append("toy-" + i, StreamEnd.START, 2)));
        }
        appends.forEach(CompletableFuture::join);

        for (int i = 0; i < 100; i++) {
            assertThat(journal.load("toy-" + i, SHAPE).entries()).hasSize(2);
        }
    }

    private StreamEnd append(String stream, StreamEnd end, int count) {
        return append(stream, end, count, null);
    }

    private StreamEnd append(String stream, StreamEnd end, int count, @Nullable Instant wakeAt) {
        Append append = Entries.append(stream, end, count, wakeAt, "{}");
        journal.append(append).join();
        return append.after();
    }

    private void assertConflict(Append append) {
        assertThatThrownBy(() -> journal.append(append).join())
                .isInstanceOf(CompletionException.class)
                .hasCauseInstanceOf(JournalConflict.class);
    }

    private boolean conflicts(CompletableFuture<Void> append) {
        try {
            append.join();
            return false;
        } catch (CompletionException e) {
            assertThat(e).hasCauseInstanceOf(JournalConflict.class);
            return true;
        }
    }
}
