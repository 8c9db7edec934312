package io.chatkeeper.torture;

import static io.chatkeeper.torture.Promise.*;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

/// An oracle that can't fail is worth nothing: each way of breaking a promise is found.
class OracleTest {
    private final GoodRun run = new GoodRun();

    @Test
    void a_good_run_is_good() {
        assertThat(Oracle.judge(run.evidence())).isEmpty();
    }

    @Test
    void an_acknowledged_message_that_the_log_lost_is_found() {
        run.log.remove(8);
        run.log.remove(7);
        assertThat(run.broken()).contains(P1);
    }

    @Test
    void an_acknowledged_message_stored_with_other_words_is_found() {
        GoodRun.change(run.log, 1, entry -> saying(entry, "Line tagb"));
        assertThat(run.broken()).contains(P1);
    }

    @Test
    void a_chat_that_is_gone_altogether_is_found() {
        run.log.clear();
        run.topic.clear();
        assertThat(run.broken()).contains(P1);
    }

    @Test
    void a_message_stored_twice_is_found() {
        run.said("visitor", "tagc", "visitor");
        assertThat(run.broken()).contains(P2);
    }

    @Test
    void a_second_answer_that_differs_from_the_first_is_found() {
        run.answered("tagc", 201, Map.of("messageId", "message-tagc", "sequence", 99));
        assertThat(run.broken()).containsExactly(P2);
    }

    @Test
    void a_second_answer_that_only_brings_a_new_token_is_fine() {
        run.answered("tago", 201, Map.of("chatId", GoodRun.CHAT, "visitorToken", "other"));
        assertThat(run.broken()).isEmpty();
    }

    @Test
    void a_message_that_nobody_wrote_is_found() {
        GoodRun.change(run.log, 4, entry -> saying(entry, "Line invented"));
        assertThat(run.broken()).contains(P2);
    }

    @Test
    void an_act_done_more_often_than_asked_is_found() {
        run.event("resolved", "lee", Map.of());
        assertThat(run.broken()).contains(P2);
    }

    @Test
    void a_gap_in_the_log_is_found() {
        run.log.remove(5);
        assertThat(run.broken()).contains(P3);
    }

    @Test
    void a_topic_out_of_order_is_found() {
        Collections.swap(run.topic, 3, 4);
        assertThat(run.broken()).containsExactly(P3);
    }

    @Test
    void a_stretch_repeated_on_the_topic_is_fine() {
        run.topic.addAll(4, run.topic.subList(1, 4).stream().toList());
        assertThat(run.broken()).isEmpty();
    }

    @Test
    void a_record_repeated_with_another_content_is_found() {
        run.topic.add(saying(run.topic.get(1), "Line other"));
        assertThat(run.broken()).containsExactly(P3);
    }

    @Test
    void messages_of_one_sender_that_changed_places_are_found() {
        Exchange first = exchange("taga");
        Exchange later = exchange("tagc");
        long before = first.replies().getFirst().order();
        run.exchanges.remove(later);
        run.exchanges.add(ordered(later, before - 1));
        assertThat(run.broken()).containsExactly(P3);
    }

    @Test
    void an_event_that_never_reached_the_topic_is_found() {
        run.topic.removeLast();
        assertThat(run.broken()).containsExactly(P4);
    }

    @Test
    void an_event_that_a_live_stream_left_out_is_found() {
        run.seen.remove(4);
        assertThat(run.broken()).containsExactly(P4);
    }

    @Test
    void a_live_stream_that_stops_before_the_end_is_found() {
        run.seen.removeLast();
        assertThat(run.broken()).containsExactly(P4);
    }

    @Test
    void live_events_in_the_wrong_order_are_found() {
        Collections.swap(run.seen, 4, 5);
        assertThat(run.broken()).containsExactly(P4);
    }

    @Test
    void what_a_reset_passed_over_is_fine_and_the_rest_is_not() {
        run.segments = 2;
        run.seen.remove(4);
        List<Evidence.Frame> after = run.seen.subList(4, run.seen.size());
        after.replaceAll(frame -> new Evidence.Frame(1, frame.entry()));
        assertThat(run.broken()).isEmpty();
        run.seen.remove(5);
        assertThat(run.broken()).containsExactly(P4);
    }

    @Test
    void a_document_that_is_not_the_fold_of_the_log_is_found() {
        ((ObjectNode) run.document).put("state", "active");
        assertThat(run.broken()).containsExactly(P5);
    }

    @Test
    void a_document_that_lacks_a_message_is_found() {
        run.document.withArray("messages").remove(1);
        assertThat(run.broken()).containsExactly(P5);
    }

    @Test
    void a_refused_message_that_is_in_the_log_is_found() {
        run.exchanges.replaceAll(one ->
                one.asked().tag().equals("tagc")
                        ? new Exchange(
                                one.asked(), List.of(new Reply(99, 409, Json.of(Map.of()), false)))
                        : one);
        assertThat(run.broken()).containsExactly(P6);
    }

    @Test
    void a_clock_that_runs_on_or_fires_early_is_found() {
        clock(Map.of("state", "running"));
        assertThat(run.broken()).containsExactly(P7);
        clock(
                Map.of(
                        "state", "breached",
                        "breachAt", "2026-11-23T10:00:00Z",
                        "breachedAt", "2026-11-23T09:59:59Z"));
        assertThat(run.broken()).containsExactly(P7);
        clock(Map.of("state", "met"));
        assertThat(run.broken()).isEmpty();
    }

    @Test
    void poison_that_lies_nowhere_is_found() {
        run.poisons.put("poison", 0);
        assertThat(run.broken()).containsExactly(P8);
    }

    @Test
    void an_agent_who_speaks_in_anothers_chat_is_found() {
        GoodRun.change(run.log, 7, entry -> by(entry, "casey"));
        GoodRun.change(run.topic, 7, entry -> by(entry, "casey"));
        assertThat(run.broken()).containsExactly(P9);
    }

    @Test
    void an_answer_that_does_not_say_when_to_come_again_is_found() {
        run.answered("tagc", 503, Map.of());
        assertThat(run.broken()).containsExactly(REST);
    }

    private void clock(Map<String, String> clock) {
        ((ObjectNode) run.document).set("clocks", Json.of(List.of(clock)));
    }

    private Exchange exchange(String tag) {
        return run.exchanges.stream()
                .filter(one -> one.asked().tag().equals(tag))
                .findFirst()
                .orElseThrow();
    }

    private static Exchange ordered(Exchange exchange, long order) {
        Reply reply = exchange.replies().getFirst();
        return new Exchange(
                exchange.asked(),
                List.of(new Reply(order, reply.status(), reply.body(), reply.retryAfter())));
    }

    private static Entry saying(Entry entry, String text) {
        ObjectNode content = entry.data().deepCopy().asObject();
        content.set("text", Json.of(GoodRun.plain(text)));
        return new Entry(
                entry.chatId(),
                entry.sequence(),
                entry.type(),
                entry.sender(),
                content,
                entry.place());
    }

    private static Entry by(Entry entry, String sender) {
        return new Entry(
                entry.chatId(),
                entry.sequence(),
                entry.type(),
                sender,
                entry.data(),
                entry.place());
    }
}
