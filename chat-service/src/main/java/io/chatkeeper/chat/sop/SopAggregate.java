package io.chatkeeper.chat.sop;

import static org.axonframework.modelling.command.AggregateCreationPolicy.CREATE_IF_MISSING;

import io.chatkeeper.contract.Decision;
import io.chatkeeper.contract.PublicEvent;
import io.chatkeeper.contract.PublicSopEvent;
import io.chatkeeper.contract.Refused;
import io.chatkeeper.contract.SopCommand;
import io.chatkeeper.contract.SopCommand.PublishSop;
import io.chatkeeper.contract.SopRef;
import io.chatkeeper.contract.StreamId;
import io.chatkeeper.contract.WakeUp;
import io.chatkeeper.pipeline.AggregateRoom;
import io.chatkeeper.pipeline.AggregateShell;
import io.chatkeeper.pipeline.StoredEvents;
import java.time.Instant;
import java.util.Optional;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;

/// The Axon shell of an SOP: routes and stores. It decides nothing.
public final class SopAggregate implements AggregateShell {
    @AggregateIdentifier private @Nullable String id;
    private SopVersions versions = SopVersions.NONE;

    /// The room this shell belongs to, with its table of stored events and their public forms.
    public static AggregateRoom<SopAggregate, SopEvent> room() {
        return new AggregateRoom<>(
                "sop",
                SopAggregate.class,
                StoredEvents.of("sop", SopEvent.class),
                SopAggregate::publicForm);
    }

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    void on(PublishSop command, Decision by) throws Refused {
        decide(command, by);
    }

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    void on(WakeUp command, Decision by) throws Refused {
        decide(command, by);
    }

    private void decide(SopCommand command, Decision by) throws Refused {
        SopVersions.decide(versions, command, by).forEach(AggregateLifecycle::apply);
    }

    @EventSourcingHandler
    void on(SopEvent event) {
        id = StreamId.sop(event.sopId());
        versions = versions.evolve(event);
    }

    @Override
    public @Nullable Instant wakeAt() {
        return versions.reviewDue();
    }

    @Override
    public @Nullable SopRef sop() {
        return id == null || versions.version() == 0
                ? null
                : new SopRef(StreamId.subject(id), versions.version());
    }

    private static Optional<PublicEvent> publicForm(SopEvent event) {
        return switch (event) {
            case SopEvent.SopPublished(var sop, var version, var yaml, _) ->
                    Optional.of(new PublicSopEvent.SopPublished(sop, version, yaml));
            case SopEvent.SopReviewDue(var sop, var version) ->
                    Optional.of(new PublicSopEvent.SopReviewDue(sop, version));
        };
    }
}
