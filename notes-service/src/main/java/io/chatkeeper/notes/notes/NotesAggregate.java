package io.chatkeeper.notes.notes;

import static org.axonframework.modelling.command.AggregateCreationPolicy.CREATE_IF_MISSING;

import io.chatkeeper.contract.Decision;
import io.chatkeeper.contract.NotesCommand;
import io.chatkeeper.contract.NotesCommand.AmendNote;
import io.chatkeeper.contract.NotesCommand.OrphanNote;
import io.chatkeeper.contract.NotesCommand.RedactNote;
import io.chatkeeper.contract.NotesCommand.SubmitNote;
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

/// The Axon shell of a chat's notes: routes and stores. It decides nothing.
public final class NotesAggregate implements AggregateShell {
    @AggregateIdentifier private @Nullable String id;
    private Notes notes = Notes.NONE;

    /// The room this shell belongs to, with its table of stored events and their public forms.
    public static AggregateRoom<NotesAggregate, NotesEvent> room(
            Function<NotesEvent, Optional<PublicEvent>> publishing) {
        return new AggregateRoom<>(
                "notes",
                NotesAggregate.class,
                StoredEvents.of("notes", NotesEvent.class),
                publishing);
    }

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    void on(SubmitNote command, Decision by, Sops sops) throws Refused {
        decide(command, by, sops);
    }

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    void on(AmendNote command, Decision by, Sops sops) throws Refused {
        decide(command, by, sops);
    }

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    void on(RedactNote command, Decision by, Sops sops) throws Refused {
        decide(command, by, sops);
    }

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    void on(OrphanNote command, Decision by, Sops sops) throws Refused {
        decide(command, by, sops);
    }

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    void on(WakeUp command, Decision by, Sops sops) throws Refused {
        decide(command, by, sops);
    }

    private void decide(NotesCommand command, Decision by, Sops sops) throws Refused {
        NotesDecision.decide(notes, command, by, sops).forEach(AggregateLifecycle::apply);
    }

    @EventSourcingHandler
    void on(NotesEvent event) {
        id = StreamId.notes(event.chatId());
        notes = Notes.evolve(notes, event);
    }

    /// A note waits for no time.
    @Override
    public @Nullable Instant wakeAt() {
        return null;
    }

    @Override
    public @Nullable SopRef sop() {
        return notes.sop();
    }
}
