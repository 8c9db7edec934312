package io.chatkeeper.pipeline.listening;

import io.chatkeeper.contract.Recorded;
import io.chatkeeper.pipeline.tracing.Hop;
import io.chatkeeper.pipeline.tracing.Traces;
import io.opentelemetry.api.trace.SpanKind;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A handler for which each traced event is a hop, until what was made of its batch is safe. What
/// the handler sends because of it follows from that hop.
public final class TracedHandler implements EventHandler {
    private final EventHandler handler;
    private final Traces traces;
    private final String group;
    private final List<Hop> open = new ArrayList<>();

    /// @param group as which the handler listens
    public TracedHandler(EventHandler handler, Traces traces, String group) {
        this.handler = handler;
        this.traces = traces;
        this.group = group;
    }

    @Override
    public void prepare(List<Recorded> batch) {
        end(null);
        handler.prepare(batch);
    }

    @Override
    public void handle(Recorded recorded) {
        var envelope = recorded.envelope();
        Hop hop = traces.goOn(envelope.type(), SpanKind.CONSUMER, envelope.traceparent());
        if (!hop.isTraced()) {
            handler.handle(recorded);
            return;
        }
        hop.with("messaging.consumer.group.name", group)
                .with("chatkeeper.correlation", envelope.correlationId());
        try {
            handler.handle(new Recorded(envelope.tracedAs(hop.traceparent()), recorded.event()));
            open.add(hop);
        } catch (RuntimeException e) {
            hop.end(e);
            throw e;
        }
    }

    @Override
    public void finish() {
        try {
            handler.finish();
        } catch (RuntimeException e) {
            end(e);
            throw e;
        }
        end(null);
    }

    private void end(@Nullable RuntimeException failure) {
        open.forEach(hop -> hop.end(failure));
        open.clear();
    }
}
