package io.chatkeeper.pipeline.axon;

import static org.assertj.core.api.Assertions.assertThat;

import io.chatkeeper.contract.PublicEvent;
import io.chatkeeper.contract.SopRef;
import io.chatkeeper.pipeline.AggregateRoom;
import io.chatkeeper.pipeline.AggregateShell;
import io.chatkeeper.pipeline.Json;
import io.chatkeeper.pipeline.StoredEvents;
import io.chatkeeper.pipeline.Upcast;
import io.chatkeeper.pipeline.journal.Append;
import io.chatkeeper.pipeline.journal.Entries;
import io.chatkeeper.pipeline.journal.Entry;
import io.chatkeeper.pipeline.journal.InMemoryJournal;
import io.chatkeeper.pipeline.journal.StreamEnd;
import io.chatkeeper.pipeline.lanes.Decisions;
import io.chatkeeper.pipeline.lanes.LaneStream;
import io.chatkeeper.pipeline.lanes.StreamsForSpecs;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

/// An event that was stored under a former version is read as a present one, by the aggregate as
/// well as for publishing.
class UpcastTest {
    private static final String FORMER = "io.chatkeeper.toy.said.v1";
    private static final StoredEvents<LampEvent> STORED =
            StoredEvents.of("lamp", LampEvent.class)
                    .upcasting(
                            new Upcast(FORMER, "io.chatkeeper.toy.shone.v1", UpcastTest::inWatts),
                            new Upcast(
                                    "io.chatkeeper.toy.shone.v1",
                                    "io.chatkeeper.lamp.lit.v1",
                                    lamp -> lamp.put("tone", "warm")));

    @Test
    void the_aggregate_folds_what_former_versions_stored() {
        Decisions.State state = decisions().stateOf(stream());

        assertThat(state.json()).contains("\"brightness\":\"40 warm\"");
    }

    @Test
    void publishing_reads_the_same() {
        LampEvent read = STORED.read(Json.mapper(), FORMER, "{\"kilowatts\":0.04}");

        assertThat(read).isEqualTo(new LampEvent.LampLit(40, "warm"));
    }

    private static ObjectNode inWatts(ObjectNode former) {
        former.put("watts", Math.round(former.remove("kilowatts").asDouble() * 1_000));
        return former;
    }

    private static AxonDecisions decisions() {
        AggregateRoom<Lamp, LampEvent> room =
                new AggregateRoom<>("lamp", Lamp.class, STORED, UpcastTest::nobodysBusiness);
        return new AxonDecisions(List.of(room), List.of(), Json.mapper());
    }

    private static Optional<PublicEvent> nobodysBusiness(LampEvent event) {
        return Optional.empty();
    }

    private static LaneStream stream() {
        InMemoryJournal journal = new InMemoryJournal();
        Append append = Entries.append("lamp-1", StreamEnd.START, 1, null, "{\"kilowatts\":0.04}");
        journal.append(append).join();
        assertThat(append.entries()).extracting(Entry::type).containsExactly(FORMER);
        return StreamsForSpecs.load(journal, "lamp-1");
    }

    sealed interface LampEvent {
        record LampLit(int watts, String tone) implements LampEvent {}
    }

    static final class Lamp implements AggregateShell {
        @AggregateIdentifier private @Nullable String id;
        private String brightness = "dark";

        @EventSourcingHandler
        void on(LampEvent.LampLit event) {
            id = "lamp-1";
            brightness = event.watts() + " " + event.tone();
        }

        @Override
        public @Nullable Instant wakeAt() {
            return null;
        }

        @Override
        public @Nullable SopRef sop() {
            return id == null ? null : new SopRef(brightness, 1);
        }
    }
}
