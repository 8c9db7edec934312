package io.chatkeeper.pipeline.tracing;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Begins hops. A trace begins at a request alone, for a share of all requests; everything else
/// goes on with what it is told, so that a trace is recorded whole or not at all.
public final class Traces {
    private static final String HEADER = "traceparent";
    private static final int LENGTH = 55;
    private static final TextMapGetter<String> TEXT =
            new TextMapGetter<>() {
                @Override
                public Iterable<String> keys(String text) {
                    return List.of(HEADER);
                }

                @Override
                public @Nullable String get(@Nullable String text, String key) {
                    return HEADER.equals(key) ? text : null;
                }
            };

    private final Tracer tracer;
    private final Predicate<String> chosen;

    /// @param tracer records whatever has a recorded parent
    /// @param chosen whether the trace of that id is one to record
    public Traces(Tracer tracer, Predicate<String> chosen) {
        this.tracer = tracer;
        this.chosen = chosen;
    }

    /// Begins a request from outside. The trace a caller is in goes on, but whether it is recorded
    /// is decided here: a caller may not make us record everything.
    ///
    /// @param traceparent what the caller said
    public Hop begin(String name, @Nullable String traceparent) {
        Context parent = context(traceparent);
        SpanContext callers = Span.fromContext(parent).getSpanContext();
        if (!callers.isValid()) {
            return hop(name, SpanKind.SERVER, Context.root());
        }
        if (!chosen.test(callers.getTraceId())) {
            return Hop.NONE;
        }
        SpanContext recorded =
                SpanContext.createFromRemoteParent(
                        callers.getTraceId(),
                        callers.getSpanId(),
                        TraceFlags.getSampled(),
                        TraceState.getDefault());
        return hop(name, SpanKind.SERVER, Context.root().with(Span.wrap(recorded)));
    }

    /// Goes on with a trace that is being recorded.
    ///
    /// @param traceparent what the hop before said; null if there is no trace
    public Hop goOn(String name, SpanKind kind, @Nullable String traceparent) {
        return isRecorded(traceparent) ? hop(name, kind, context(traceparent)) : Hop.NONE;
    }

    private Hop hop(String name, SpanKind kind, Context parent) {
        Span span = tracer.spanBuilder(name).setSpanKind(kind).setParent(parent).startSpan();
        return span.getSpanContext().isSampled() ? new Hop(span) : Hop.NONE;
    }

    private static Context context(@Nullable String traceparent) {
        return traceparent == null
                ? Context.root()
                : W3CTraceContextPropagator.getInstance()
                        .extract(Context.root(), traceparent, TEXT);
    }

    /// The last digit holds the flag.
    private static boolean isRecorded(@Nullable String traceparent) {
        return traceparent != null
                && traceparent.length() >= LENGTH
                && (Character.digit(traceparent.charAt(LENGTH - 1), 16) & 1) == 1;
    }
}
