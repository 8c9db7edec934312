package io.chatkeeper.routing.desk;

import static org.axonframework.modelling.command.AggregateCreationPolicy.CREATE_IF_MISSING;

import io.chatkeeper.contract.Decision;
import io.chatkeeper.contract.DeskCommand;
import io.chatkeeper.contract.DeskCommand.AwaitAnswer;
import io.chatkeeper.contract.DeskCommand.ClaimChat;
import io.chatkeeper.contract.DeskCommand.ConfirmPlacement;
import io.chatkeeper.contract.DeskCommand.LeaveLine;
import io.chatkeeper.contract.DeskCommand.NoteMember;
import io.chatkeeper.contract.DeskCommand.QueueChat;
import io.chatkeeper.contract.DeskCommand.RejectPlacement;
import io.chatkeeper.contract.DeskCommand.SeekHelp;
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

/// The Axon shell of a desk: routes and stores. It decides nothing.
public final class DeskAggregate implements AggregateShell {
    @AggregateIdentifier private @Nullable String id;
    private Desk desk = Desk.EMPTY;

    /// The room this shell belongs to, with its table of stored events and their public forms.
    public static AggregateRoom<DeskAggregate, DeskEvent> room(
            Function<DeskEvent, Optional<PublicEvent>> publishing) {
        return new AggregateRoom<>(
                "desk",
                DeskAggregate.class,
                StoredEvents.of("desk", DeskEvent.class),
                3,
                publishing);
    }

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    void on(QueueChat command, Decision by, Sops sops) throws Refused {
        decide(command, by, sops);
    }

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    void on(NoteMember command, Decision by, Sops sops) throws Refused {
        decide(command, by, sops);
    }

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    void on(ConfirmPlacement command, Decision by, Sops sops) throws Refused {
        decide(command, by, sops);
    }

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    void on(RejectPlacement command, Decision by, Sops sops) throws Refused {
        decide(command, by, sops);
    }

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    void on(AwaitAnswer command, Decision by, Sops sops) throws Refused {
        decide(command, by, sops);
    }

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    void on(ClaimChat command, Decision by, Sops sops) throws Refused {
        decide(command, by, sops);
    }

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    void on(LeaveLine command, Decision by, Sops sops) throws Refused {
        decide(command, by, sops);
    }

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    void on(SeekHelp command, Decision by, Sops sops) throws Refused {
        decide(command, by, sops);
    }

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    void on(WakeUp command, Decision by, Sops sops) throws Refused {
        decide(command, by, sops);
    }

    private void decide(DeskCommand command, Decision by, Sops sops) throws Refused {
        DeskDecision.decide(desk, command, by, sops).forEach(AggregateLifecycle::apply);
    }

    @EventSourcingHandler
    void on(DeskEvent event) {
        id = StreamId.desk(event.deskId());
        desk = Desk.evolve(desk, event);
    }

    /// A line waits for people; a desk for the time at which it opens or closes.
    @Override
    public @Nullable Instant wakeAt() {
        return desk.hours().turnsAt();
    }

    /// Chats of several procedures wait in one line.
    @Override
    public @Nullable SopRef sop() {
        return null;
    }
}
