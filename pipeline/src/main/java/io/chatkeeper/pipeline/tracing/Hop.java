package io.chatkeeper.pipeline.tracing;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.StatusCode;
import org.jspecify.annotations.Nullable;

/// One hop of a trace while it lasts, or nothing if the trace is not recorded.
public record Hop(Span span) {
    static final Hop NONE = new Hop(Span.getInvalid());

    /// Whether anything is recorded.
    public boolean isTraced() {
        return span.getSpanContext().isSampled();
    }

    /// What the next hop must be told, in the W3C's form.
    public String traceparent() {
        SpanContext context = span.getSpanContext();
        return "00-"
                + context.getTraceId()
                + "-"
                + context.getSpanId()
                + "-"
                + context.getTraceFlags().asHex();
    }

    /// Notes something about the hop. Never what a person wrote.
    public Hop with(String name, String value) {
        span.setAttribute(name, value);
        return this;
    }

    /// Ends the hop.
    ///
    /// @param failure what it failed of; null if it went well
    public void end(@Nullable Throwable failure) {
        if (failure != null) {
            // The class alone: a message may quote what a person wrote.
            span.setStatus(StatusCode.ERROR)
                    .setAttribute("error.type", failure.getClass().getName());
        }
        span.end();
    }
}
