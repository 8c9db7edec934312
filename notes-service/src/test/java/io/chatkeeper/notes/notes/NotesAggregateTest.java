package io.chatkeeper.notes.notes;

import io.chatkeeper.contract.Actor;
import io.chatkeeper.contract.Decision;
import io.chatkeeper.contract.NoteText;
import io.chatkeeper.contract.NotesCommand.SubmitNote;
import io.chatkeeper.contract.Role;
import io.chatkeeper.contract.SopRef;
import io.chatkeeper.notes.ShippedSops;
import io.chatkeeper.notes.notes.NotesEvent.NoteAccepted;
import java.time.Instant;
import java.util.Map;
import org.axonframework.modelling.command.MetaDataCommandTargetResolver;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.api.Test;

class NotesAggregateTest {
    private static final SopRef SOP = new SopRef("tidio-loan", 3);
    private static final Map<String, String> TARGET = Map.of("target", "notes-chat-1");
    private static final NoteText NOTE =
            NoteText.free("Customer asked for a payoff letter. Sent the form and explained it.");

    private final AggregateTestFixture<NotesAggregate> fixture =
            new AggregateTestFixture<>(NotesAggregate.class);

    NotesAggregateTest() {
        fixture.registerCommandTargetResolver(new MetaDataCommandTargetResolver("target"));
        fixture.registerInjectableResource(
                new Decision(Instant.EPOCH, Actor.agent("casey", Role.CSR), "c1"));
        fixture.registerInjectableResource(ShippedSops.of("tidio-loan"));
    }

    @Test
    void a_command_goes_through_axon_and_its_events_come_out() {
        fixture.givenNoPriorActivity()
                .when(new SubmitNote("chat-1", "n1", "general", NOTE, SOP, false), TARGET)
                .expectEvents(
                        new NoteAccepted("chat-1", "n1", "general", NOTE, SOP, false, "casey"));
    }

    @Test
    void the_same_note_again_comes_to_nothing() {
        fixture.given(new NoteAccepted("chat-1", "n1", "general", NOTE, SOP, false, "casey"))
                .when(new SubmitNote("chat-1", "n1", "general", NOTE, SOP, false), TARGET)
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }
}
