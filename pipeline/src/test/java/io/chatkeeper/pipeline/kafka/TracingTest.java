package io.chatkeeper.pipeline.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chatkeeper.contract.Actor;
import io.chatkeeper.contract.Envelope;
import io.chatkeeper.contract.PublicChatEvent.VisitorLeft;
import io.chatkeeper.contract.Recorded;
import io.chatkeeper.pipeline.StoreUnavailable;
import io.chatkeeper.pipeline.listening.EventHandler;
import io.chatkeeper.pipeline.listening.TracedHandler;
import io.chatkeeper.pipeline.tracing.Traces;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// What is recorded of a trace on its way through the records of one service.
class TracingTest {
    private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";
    private static final String RECORDED = "00-" + TRACE + "-b7ad6b7169203331-01";
    private static final String NOT_RECORDED = "00-" + TRACE + "-b7ad6b7169203331-00";

    private final InMemorySpanExporter recorded = InMemorySpanExporter.create();
    private final SdkTracerProvider provider =
            SdkTracerProvider.builder()
                    .setSampler(Sampler.parentBased(Sampler.alwaysOn()))
                    .addSpanProcessor(SimpleSpanProcessor.create(recorded))
                    .build();
    private final Traces traces = new Traces(provider.get("test"), _ -> true);
    private final List<ProducerRecord<String, byte[]>> sent = new ArrayList<>();
    private final CompletableFuture<Void> confirmed = new CompletableFuture<>();
    private final Function<ProducerRecord<String, byte[]>, CompletableFuture<?>> producer =
            new TracedRecords(traces)
                    .sentBy(record -> {
                        sent.add(record);
                        return confirmed;
                    });

    @Test
    void a_record_names_the_hop_that_sent_it_which_lasts_until_the_broker_has_it() {
        producer.apply(record(RECORDED));
        assertThat(recorded.getFinishedSpanItems()).isEmpty();
        confirmed.complete(null);

        SpanData hop = recorded.getFinishedSpanItems().getFirst();
        assertThat(hop.getTraceId()).isEqualTo(TRACE);
        assertThat(hop.getParentSpanId()).isEqualTo("b7ad6b7169203331");
        assertThat(hop.getKind()).isEqualTo(SpanKind.PRODUCER);
        assertThat(TraceHeader.of(sent.getFirst().headers()))
                .isEqualTo("00-" + TRACE + "-" + hop.getSpanId() + "-01");
    }

    @Test
    void what_is_not_recorded_passes_as_it_is() {
        confirmed.complete(null);
        producer.apply(record(NOT_RECORDED));
        producer.apply(record("nonsense"));
        producer.apply(record(null));

        assertThat(recorded.getFinishedSpanItems()).isEmpty();
        assertThat(sent)
                .extracting(one -> TraceHeader.of(one.headers()))
                .containsExactly(NOT_RECORDED, "nonsense", null);
    }

    @Test
    void a_failed_send_tells_its_kind_and_no_words() {
        producer.apply(record(RECORDED));
        confirmed.completeExceptionally(
                new StoreUnavailable("Dana said so", new IllegalStateException()));

        SpanData hop = recorded.getFinishedSpanItems().getFirst();
        assertThat(hop.getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
        assertThat(hop.toString()).contains("StoreUnavailable").doesNotContain("Dana");
    }

    @Test
    void a_reply_is_taken_in_within_the_trace_of_its_command() {
        var taken = new ArrayList<ConsumerRecord<String, byte[]>>();
        var record = new ConsumerRecord<>("replies", 0, 7, "gateway-1", new byte[0]);
        record.headers().add(TraceHeader.OF_REPLIES, RECORDED.getBytes(StandardCharsets.UTF_8));
        new TracedRecords(traces).takenBy(taken::add).accept(record);

        assertThat(taken).containsExactly(record);
        assertThat(recorded.getFinishedSpanItems().getFirst().getName())
                .isEqualTo("replies receive");
    }

    @Test
    void what_a_listener_does_follows_from_its_own_hop_and_ends_with_the_batch() {
        var heard = new ArrayList<Recorded>();
        var handler = new TracedHandler(heard::add, traces, "chatkeeper-routing-chat.events");
        handler.prepare(List.of());
        handler.handle(event(RECORDED));
        handler.handle(event(null));
        assertThat(recorded.getFinishedSpanItems()).isEmpty();
        handler.finish();

        SpanData hop = recorded.getFinishedSpanItems().getFirst();
        assertThat(recorded.getFinishedSpanItems()).hasSize(1);
        assertThat(hop.toString()).contains("chatkeeper-routing-chat.events");
        assertThat(heard.getFirst().envelope().traceparent()).contains(hop.getSpanId());
        assertThat(heard.getLast().envelope().traceparent()).isNull();
    }

    @Test
    void a_listener_that_fails_ends_its_hop_as_failed() {
        EventHandler broken =
                _ -> {
                    throw new IllegalStateException("Dana said so");
                };
        var handler = new TracedHandler(broken, traces, "views");

        assertThatThrownBy(() -> handler.handle(event(RECORDED)))
                .isInstanceOf(IllegalStateException.class);
        assertThat(recorded.getFinishedSpanItems().getFirst().getStatus().getStatusCode())
                .isEqualTo(StatusCode.ERROR);
    }

    @Test
    void a_caller_may_name_a_trace_but_not_make_us_record_it() {
        var picky = new Traces(provider.get("test"), _ -> false);

        assertThat(traces.begin("POST", NOT_RECORDED).traceparent()).contains(TRACE).endsWith("01");
        assertThat(traces.begin("POST", null).isTraced()).isTrue();
        assertThat(picky.begin("POST", RECORDED).isTraced()).isFalse();
    }

    private static ProducerRecord<String, byte[]> record(@Nullable String traceparent) {
        var record = new ProducerRecord<>("chat.commands", "chat-1", new byte[0]);
        if (traceparent != null) {
            record.headers().add(TraceHeader.OF_EVENTS, TraceHeader.bytes(traceparent));
        }
        return record;
    }

    private static Recorded event(@Nullable String traceparent) {
        return new Recorded(
                new Envelope(
                        "e1",
                        "io.chatkeeper.chat.visitor-left.v1",
                        "chat-1",
                        1,
                        Instant.EPOCH,
                        "chat-1",
                        "c1",
                        "c1",
                        Actor.system("test"),
                        null,
                        traceparent),
                new VisitorLeft("chat-1", "left"));
    }
}
