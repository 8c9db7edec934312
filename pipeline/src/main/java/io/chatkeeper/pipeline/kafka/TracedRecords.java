package io.chatkeeper.pipeline.kafka;

import io.chatkeeper.pipeline.tracing.Hop;
import io.chatkeeper.pipeline.tracing.Traces;
import io.opentelemetry.api.trace.SpanKind;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;

/// Traced records on their way to the broker and from it, each way a hop.
public final class TracedRecords {
    private final Traces traces;

    public TracedRecords(Traces traces) {
        this.traces = traces;
    }

    /// A producer whose hops last until the broker has the record for good. Who reads the record
    /// goes on from the hop.
    public Function<ProducerRecord<String, byte[]>, CompletableFuture<?>> sentBy(
            Function<ProducerRecord<String, byte[]>, ? extends CompletableFuture<?>> producer) {
        return record -> {
            Hop hop =
                    traces.goOn(
                            record.topic() + " send",
                            SpanKind.PRODUCER,
                            TraceHeader.of(record.headers()));
            if (!hop.isTraced()) {
                return producer.apply(record);
            }
            TraceHeader.replace(record.headers(), hop.traceparent());
            return producer.apply(record).whenComplete((_, failure) -> hop.end(failure));
        };
    }

    /// A reader whose hops last as long as it takes a record in.
    public Consumer<ConsumerRecord<String, byte[]>> takenBy(
            Consumer<ConsumerRecord<String, byte[]>> taker) {
        return record -> {
            Hop hop =
                    traces.goOn(
                            record.topic() + " receive",
                            SpanKind.CONSUMER,
                            TraceHeader.of(record.headers()));
            taker.accept(record);
            if (hop.isTraced()) {
                hop.end(null);
            }
        };
    }
}
