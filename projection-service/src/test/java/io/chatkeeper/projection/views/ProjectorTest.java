package io.chatkeeper.projection.views;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.chatkeeper.contract.Recorded;
import io.chatkeeper.pipeline.StoreUnavailable;
import io.chatkeeper.projection.Happened;
import io.chatkeeper.projection.chats.ChatStories;
import io.chatkeeper.projection.chats.ChatView;
import io.chatkeeper.projection.chats.OpenChatView;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.ObjectNode;

/// The projector over documents in memory.
class ProjectorTest {
    private static final int PAGE = 50;
    private static final String PAGES = "chatPages";

    private final InMemoryViews store = new InMemoryViews();

    private static Projector projector(ViewDocuments store) {
        return new Projector(List.of(new ChatView(Happened.JSON)), store);
    }

    private static void give(Projector projector, List<Recorded> batch) {
        projector.prepare(batch);
        batch.forEach(projector::handle);
        projector.finish();
    }

    private static void inBatches(Projector projector, List<Recorded> log, int size) {
        for (int from = 0; from < log.size(); from += size) {
            give(projector, log.subList(from, Math.min(from + size, log.size())));
        }
    }

    private static InMemoryViews rebuilt(List<Recorded> log) {
        InMemoryViews anew = new InMemoryViews();
        inBatches(projector(anew), log, 500);
        return anew;
    }

    /// Batches of any size; stretches come again; instances stop, and the store goes away.
    private static void live(InMemoryViews store, List<Recorded> log, Random random) {
        Projector projector = projector(store);
        int done = 0;
        while (done < log.size()) {
            int from = Math.max(0, done - random.nextInt(40));
            int to = Math.min(log.size(), done + 1 + random.nextInt(60));
            if (random.nextInt(4) == 0) {
                projector = projector(store);
            }
            store.callsUntilAway = random.nextInt(3) == 0 ? random.nextInt(5) : Integer.MAX_VALUE;
            try {
                give(projector, log.subList(from, to));
                done = to;
            } catch (StoreUnavailable again) {
                assertThat(again).hasMessage("away");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void what_is_rebuilt_from_the_log_is_what_was_live(long seed) {
        Random random = new Random(seed);
        List<Recorded> log = ChatStories.interleaved(8, 130, random);
        live(store, log, random);
        assertThat(rebuilt(log).collections).isEqualTo(store.collections);
        assertThat(store.collections.get(PAGES)).isNotEmpty();
        assertThat(store.collections.get(OpenChatView.COLLECTION)).isNotEmpty().hasSizeLessThan(8);
    }

    @Test
    void a_log_with_repeated_stretches_makes_the_same_documents() {
        List<Recorded> log = ChatStories.interleaved(5, 120, new Random(42));
        List<Recorded> repeating = new ArrayList<>();
        for (int at = 0; at < log.size(); at += 10) {
            repeating.addAll(log.subList(Math.max(0, at - 25), Math.min(log.size(), at + 10)));
        }
        assertThat(rebuilt(repeating).collections).isEqualTo(rebuilt(log).collections);
    }

    /// As it comes when one owner repeats the start of a stream and the other goes on with it.
    @Test
    void a_repeated_start_that_skips_to_something_new_leaves_no_hole() {
        List<Recorded> log = ChatStories.longTalk(30);
        give(projector(store), log.subList(0, 10));
        List<Recorded> repeating = new ArrayList<>(log.subList(0, 8));
        repeating.addAll(log.subList(10, 12));
        repeating.add(log.get(8));
        give(projector(store), repeating);
        inBatches(projector(store), log.subList(12, log.size()), 5);
        assertThat(store.collections).isEqualTo(rebuilt(log).collections);
    }

    @Test
    void a_batch_reads_and_writes_each_collection_once() {
        List<Recorded> log = ChatStories.interleaved(20, 30, new Random(7));
        give(projector(store), log.subList(0, 200));
        store.calls.clear();
        give(projector(store), log.subList(200, 300));
        assertThat(store.calls).containsExactly("load chats", "save openChats", "save chats");
    }

    @Test
    void one_more_message_costs_the_same_however_long_the_talk_is() {
        List<Recorded> log = ChatStories.longTalk(1_000);
        Projector projector = projector(store);
        for (Recorded one : log) {
            give(projector, List.of(one));
            ObjectNode chat =
                    store.collections.get(ChatView.COLLECTION).get("chat-long").document();
            assertThat(chat.withArray("messages")).hasSizeLessThanOrEqualTo(PAGE);
        }
        assertThat(store.collections.get(PAGES)).hasSize(1_000 / PAGE - 1);
        assertThat(store.calls.stream().filter(("save " + PAGES)::equals))
                .hasSize(1_000 / PAGE - 1);
    }

    @Test
    void pages_hold_every_message_once_and_in_order() {
        inBatches(projector(store), ChatStories.longTalk(333), 77);
        List<Long> sequences = new ArrayList<>();
        store.collections.get(PAGES).values().forEach(page -> collect(page.document(), sequences));
        collect(store.collections.get(ChatView.COLLECTION).get("chat-long").document(), sequences);
        assertThat(sequences).hasSize(333).isSorted().doesNotHaveDuplicates();
    }

    private static void collect(ObjectNode document, List<Long> sequences) {
        document.withArray("messages")
                .forEach(message -> sequences.add(message.path("sequence").asLong()));
    }

    /// Counts, and breaks half-way at one event.
    private static final class Breaks implements View {
        private final long poison;

        Breaks(long poison) {
            this.poison = poison;
        }

        @Override
        public String collection() {
            return "counts";
        }

        @Override
        public String streamKind() {
            return "chat";
        }

        @Override
        public void fold(ObjectNode document, Recorded recorded) {
            document.put("count", document.path("count").asInt(0) + 1);
            if (recorded.envelope().sequence() == poison) {
                throw new IllegalStateException("poison");
            }
        }
    }

    private Folded count() {
        return store.collections.get("counts").get("chat-long");
    }

    @Test
    void poison_leaves_no_half_changed_document_behind() {
        List<Recorded> log = ChatStories.longTalk(10);
        Projector projector = new Projector(List.of(new Breaks(6)), store);
        give(projector, log.subList(0, 3));
        projector.prepare(log);
        log.subList(3, 5).forEach(projector::handle);
        assertThatIllegalStateException().isThrownBy(() -> projector.handle(log.get(5)));
        projector.finish();
        assertThat(count().version()).isEqualTo(5);
        assertThat(count().document().path("count").asInt()).isEqualTo(5);
        Projector mended = new Projector(List.of(new Breaks(0)), store);
        give(mended, log.subList(5, 10));
        assertThat(count().document().path("count").asInt()).isEqualTo(10);
    }

    @Test
    void a_batch_that_was_broken_off_in_the_middle_is_folded_anew() {
        List<Recorded> log = ChatStories.longTalk(10);
        Projector projector = new Projector(List.of(new Breaks(0)), store);
        projector.prepare(log);
        log.subList(0, 5).forEach(projector::handle);
        give(projector, log);
        assertThat(count().document().path("count").asInt()).isEqualTo(log.size());
    }

    @Test
    void a_store_that_is_away_is_said_so_and_nothing_is_taken_for_done() {
        List<Recorded> log = ChatStories.longTalk(10);
        Projector projector = projector(store);
        store.callsUntilAway = 1;
        assertThatExceptionOfType(StoreUnavailable.class).isThrownBy(() -> give(projector, log));
        store.callsUntilAway = Integer.MAX_VALUE;
        give(projector, log);
        assertThat(store.collections).isEqualTo(rebuilt(log).collections);
    }
}
