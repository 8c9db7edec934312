package io.chatkeeper.pipeline.config;

import io.chatkeeper.pipeline.journal.Journal;
import io.chatkeeper.pipeline.kafka.TracedRecords;
import io.chatkeeper.pipeline.lanes.Intake;
import io.chatkeeper.pipeline.lanes.TracedIntake;
import io.chatkeeper.pipeline.listening.EventHandler;
import io.chatkeeper.pipeline.listening.TracedHandler;
import io.chatkeeper.pipeline.tracing.TracedJournal;
import io.chatkeeper.pipeline.tracing.TracedRequests;
import io.chatkeeper.pipeline.tracing.Traces;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.context.Context;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.export.BatchSpanProcessor;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import io.opentelemetry.sdk.trace.samplers.SamplingDecision;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.web.server.WebFilter;

/// Puts tracing around the parts of a service. Where it is off every part stays as it is, and a
/// message costs nothing more.
public final class Tracing implements AutoCloseable {
    private static final String SCOPE = "io.chatkeeper";

    private record On(SdkTracerProvider provider, Traces traces) {}

    private final @Nullable On on;

    private Tracing(@Nullable On on) {
        this.on = on;
    }

    static Tracing of(TracingSettings settings, PipelineSettings pipeline) {
        if (settings.endpoint().isBlank()) {
            return new Tracing(null);
        }
        SpanExporter exporter =
                OtlpHttpSpanExporter.builder()
                        .setEndpoint(settings.endpoint())
                        .setTimeout(settings.sendLimit())
                        .build();
        Sampler share = Sampler.traceIdRatioBased(settings.share());
        SdkTracerProvider provider =
                SdkTracerProvider.builder()
                        .setResource(
                                Resource.create(
                                        Attributes.builder()
                                                .put("service.namespace", "chatkeeper")
                                                .put("service.name", pipeline.service())
                                                .put("service.instance.id", pipeline.instance())
                                                .build()))
                        .setSampler(Sampler.parentBased(share))
                        .addSpanProcessor(
                                BatchSpanProcessor.builder(exporter)
                                        .setScheduleDelay(settings.sendEvery())
                                        .setMaxQueueSize(settings.waiting())
                                        .setMaxExportBatchSize(Math.min(512, settings.waiting()))
                                        .build())
                        .build();
        return new Tracing(
                new On(provider, new Traces(provider.get(SCOPE), id -> isChosen(share, id))));
    }

    private static boolean isChosen(Sampler share, String traceId) {
        return share.shouldSample(
                                Context.root(),
                                traceId,
                                "",
                                SpanKind.SERVER,
                                Attributes.empty(),
                                List.of())
                        .getDecision()
                == SamplingDecision.RECORD_AND_SAMPLE;
    }

    Intake around(Intake lanes) {
        return on == null ? lanes : new TracedIntake(lanes, on.traces);
    }

    Journal around(Journal journal) {
        return on == null ? journal : new TracedJournal(journal, on.traces);
    }

    EventHandler around(EventHandler handler, String group) {
        return on == null ? handler : new TracedHandler(handler, on.traces, group);
    }

    Function<ProducerRecord<String, byte[]>, ? extends CompletableFuture<?>> aroundProducer(
            Function<ProducerRecord<String, byte[]>, ? extends CompletableFuture<?>> producer) {
        return on == null ? producer : new TracedRecords(on.traces).sentBy(producer);
    }

    /// The same reader, whose records are hops.
    public Consumer<ConsumerRecord<String, byte[]>> aroundTaker(
            Consumer<ConsumerRecord<String, byte[]>> taker) {
        return on == null ? taker : new TracedRecords(on.traces).takenBy(taker);
    }

    /// A filter at which the traces of requests from outside begin.
    public WebFilter edge(String below) {
        return on == null ? untraced() : new TracedRequests(below, on.traces::begin);
    }

    /// A filter that goes on with the traces of requests from within the house.
    WebFilter inside(String below) {
        Traces traces = on == null ? null : on.traces;
        return traces == null
                ? untraced()
                : new TracedRequests(
                        below, (name, said) -> traces.goOn(name, SpanKind.SERVER, said));
    }

    private static WebFilter untraced() {
        return (exchange, chain) -> chain.filter(exchange);
    }

    /// Sends what still waits.
    @Override
    public void close() {
        if (on != null) {
            on.provider.close();
        }
    }
}
