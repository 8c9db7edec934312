package io.chatkeeper.pipeline.lanes;

import io.chatkeeper.pipeline.tracing.Hop;
import io.chatkeeper.pipeline.tracing.Traces;
import io.opentelemetry.api.trace.SpanKind;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;

/// An intake for which each traced command is a hop, from the topic until everything that came of
/// it is safely on its topics. What the command leads to, stored or sent, follows from that hop.
public final class TracedIntake implements Intake {
    private final Intake intake;
    private final Traces traces;

    public TracedIntake(Intake intake, Traces traces) {
        this.intake = intake;
        this.traces = traces;
    }

    @Override
    public CompletableFuture<Void> enqueue(CommandRecord command) {
        Hop hop = traces.goOn(command.type(), SpanKind.CONSUMER, command.traceparent());
        if (!hop.isTraced()) {
            return intake.enqueue(command);
        }
        hop.with("chatkeeper.correlation", command.correlationId());
        return intake.enqueue(command.tracedAs(hop.traceparent()))
                .whenComplete((_, failure) -> hop.end(failure));
    }

    @Override
    public void settle(Predicate<String> going, Duration limit) {
        intake.settle(going, limit);
    }
}
