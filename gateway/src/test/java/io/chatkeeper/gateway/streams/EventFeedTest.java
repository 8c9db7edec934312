package io.chatkeeper.gateway.streams;

import static org.assertj.core.api.Assertions.assertThat;

import io.chatkeeper.contract.PublicChatEvent.VisitorLeft;
import io.chatkeeper.gateway.Happened;
import io.chatkeeper.pipeline.Json;
import io.chatkeeper.pipeline.kafka.EventFormat;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;
import reactor.test.StepVerifier;

class EventFeedTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final EventFormat format = new EventFormat(Json.mapper(), "fake");
    private final EventFeed feed = new EventFeed(format);

    private void happens(String chat, long sequence) {
        ProducerRecord<String, byte[]> record =
                format.write("t", Happened.nth(sequence, new VisitorLeft(chat, "left")));
        feed.take(record.headers(), record.value());
    }

    private void happens(int times) {
        for (int i = 1; i <= times; i++) {
            happens("chat-a", i);
        }
    }

    @Test
    void a_reader_gets_what_is_kept_and_then_what_comes() {
        happens(3);
        StepVerifier.create(feed.after(1, _ -> true).map(EventFeed.Item::index).take(4))
                .expectNext(2L, 3L)
                .then(() -> happens(2))
                .expectNext(4L, 5L)
                .verifyComplete();
    }

    @Test
    void the_feed_of_a_chat_has_its_own_stream_alone() {
        happens("chat-a", 1);
        happens("chat-b", 1);
        happens("chat-a", 2);
        StepVerifier.create(feed.chat("chat-a").map(one -> one.envelope().sequence()).take(2))
                .expectNext(1L, 2L)
                .verifyComplete();
    }

    @Test
    void a_place_is_reached_as_long_as_nothing_behind_it_is_lost() {
        assertThat(feed.reaches(0)).isTrue();
        assertThat(feed.reaches(1)).isFalse();
        happens(EventFeed.KEPT + 10);
        assertThat(feed.last()).isEqualTo(EventFeed.KEPT + 10);
        assertThat(feed.reaches(9)).isFalse();
        assertThat(feed.reaches(10)).isTrue();
        assertThat(feed.reaches(feed.last())).isTrue();
        assertThat(feed.reaches(feed.last() + 1)).isFalse();
    }

    @Test
    void a_reader_that_is_too_slow_is_cut_and_the_others_go_on() throws InterruptedException {
        int most = EventFeed.KEPT + EventFeed.READER_BEHIND;
        CountDownLatch fast = new CountDownLatch(most + 1);
        var other = feed.after(0, _ -> true).subscribe(_ -> fast.countDown());
        StepVerifier.create(feed.after(0, _ -> true), 0)
                .then(() -> happens(most + 1))
                .thenRequest(Long.MAX_VALUE)
                .expectNextCount(most)
                .expectErrorMatches(reactor.core.Exceptions::isOverflow)
                .verify(PATIENCE);
        assertThat(fast.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
        other.dispose();
    }

    @Test
    void a_reader_of_one_chat_is_not_asked_about_another() {
        StepVerifier.create(feed.chat("chat-a").map(one -> one.envelope().sequence()).take(3))
                .then(() -> happens("chat-a", 1))
                .then(() -> happens("chat-b", 1))
                .then(() -> happens("chat-a", 2))
                .then(() -> happens("chat-a", 3))
                .expectNext(1L, 2L, 3L)
                .verifyComplete();
        assertThat(feed.readers()).isZero();
    }

    @Test
    void what_is_kept_of_a_chat_goes_with_what_is_kept_at_all() {
        happens("chat-b", 1);
        happens(EventFeed.KEPT);
        happens("chat-b", 2);
        StepVerifier.create(feed.chat("chat-b").map(one -> one.envelope().sequence()).take(1))
                .expectNext(2L)
                .verifyComplete();
    }

    @Test
    void an_unreadable_record_stops_nobody() {
        feed.take(new RecordHeaders(), new byte[] {1, 2, 3});
        happens(1);
        StepVerifier.create(feed.after(0, _ -> true).take(1)).expectNextCount(1).verifyComplete();
    }

    @Test
    void who_has_gone_is_forgotten() {
        var reader = feed.after(0, _ -> true).subscribe();
        reader.dispose();
        happens(1);
        assertThat(feed.readers()).isZero();
    }
}
