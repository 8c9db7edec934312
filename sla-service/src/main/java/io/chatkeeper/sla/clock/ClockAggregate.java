package io.chatkeeper.sla.clock;

import static org.axonframework.modelling.command.AggregateCreationPolicy.CREATE_IF_MISSING;

import io.chatkeeper.contract.ClockCommand;
import io.chatkeeper.contract.ClockCommand.Observe;
import io.chatkeeper.contract.Decision;
import io.chatkeeper.contract.PublicEvent;
import io.chatkeeper.contract.Refused;
import io.chatkeeper.contract.SopRef;
import io.chatkeeper.contract.StreamId;
import io.chatkeeper.contract.WakeUp;
import io.chatkeeper.pipeline.AggregateRoom;
import io.chatkeeper.pipeline.AggregateShell;
import io.chatkeeper.pipeline.StoredEvents;
import io.chatkeeper.sop.Sops;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;

/// The Axon shell of a subject's clocks: routes and stores. It decides nothing.
public final class ClockAggregate implements AggregateShell {
    @AggregateIdentifier private @Nullable String id;
    private Clocks clocks = Clocks.NONE;

    /// The room this shell belongs to, with its table of stored events and their public forms.
    public static AggregateRoom<ClockAggregate, ClockEvent> room(
            Function<ClockEvent, Optional<PublicEvent>> publishing) {
        return new AggregateRoom<>(
                "clock",
                ClockAggregate.class,
                StoredEvents.of("clock", ClockEvent.class),
                publishing);
    }

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    void on(Observe command, Decision by, Sops sops) throws Refused {
        decide(command, by, sops);
    }

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    void on(WakeUp command, Decision by, Sops sops) throws Refused {
        decide(command, by, sops);
    }

    private void decide(ClockCommand command, Decision by, Sops sops) throws Refused {
        ClockDecision.decide(clocks, command, by, sops).forEach(AggregateLifecycle::apply);
    }

    @EventSourcingHandler
    void on(ClockEvent event) {
        id = StreamId.clock(event.subject());
        clocks = Clocks.evolve(clocks, event);
    }

    @Override
    public @Nullable Instant wakeAt() {
        return clocks.wakeAt();
    }

    @Override
    public @Nullable SopRef sop() {
        return clocks.sop();
    }
}
