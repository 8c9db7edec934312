package io.chatkeeper.sla.clock;

import static org.assertj.core.api.Assertions.assertThat;

import io.chatkeeper.contract.Actor;
import io.chatkeeper.contract.ClockCommand.Observe;
import io.chatkeeper.contract.Decision;
import io.chatkeeper.contract.Occurrence;
import io.chatkeeper.contract.SopRef;
import io.chatkeeper.contract.WakeUp;
import io.chatkeeper.pipeline.Json;
import io.chatkeeper.pipeline.StoredEvents;
import io.chatkeeper.sla.clock.ClockEvent.ClockMet;
import io.chatkeeper.sla.clock.ClockEvent.ClockStarted;
import io.chatkeeper.sop.SopRegister;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.axonframework.modelling.command.MetaDataCommandTargetResolver;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.api.Test;

class ClockAggregateTest {
    private static final Instant START = Instant.parse("2026-11-22T10:00:00Z");
    private static final SopRef SOP = new SopRef("tidio-loan", 3);
    private static final Map<String, String> TARGET = Map.of("target", "clock-chat-1");
    private static final SopRegister SOPS = ShippedSops.of("tidio-loan");

    private final AggregateTestFixture<ClockAggregate> fixture =
            new AggregateTestFixture<>(ClockAggregate.class);

    ClockAggregateTest() {
        fixture.registerCommandTargetResolver(new MetaDataCommandTargetResolver("target"));
        fixture.registerInjectableResource(new Decision(START, Actor.system("test"), "c1"));
        fixture.registerInjectableResource(SOPS);
        fixture.setReportIllegalStateChange(false); // It would look for streams that are empty.
    }

    @Test
    void a_command_goes_through_axon_and_its_events_come_out() {
        fixture.given(started())
                .when(observe(Occurrence.REPLIED), TARGET)
                .expectEvents(
                        new ClockMet(
                                "clock-chat-1-first-reply-1",
                                "chat-1",
                                "first-reply",
                                null,
                                START,
                                false,
                                null));
    }

    @Test
    void a_subject_without_clocks_can_be_observed_and_woken() {
        fixture.givenNoPriorActivity()
                .when(observe(Occurrence.CUSTOMER_WROTE), TARGET)
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
        fixture.givenNoPriorActivity()
                .when(new WakeUp("clock-chat-1", START), TARGET)
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void a_stored_event_is_read_as_it_was_written() {
        var json = Json.mapper();
        ClockStarted event = started();
        String written = json.writeValueAsString(event);
        assertThat(json.readValue(written, ClockStarted.class)).isEqualTo(event);
        assertThat(StoredEvents.of("clock", ClockEvent.class).byName())
                .containsOnlyKeys(
                        "io.chatkeeper.clock.started.v1",
                        "io.chatkeeper.clock.warned.v1",
                        "io.chatkeeper.clock.breached.v1",
                        "io.chatkeeper.clock.repeated.v1",
                        "io.chatkeeper.clock.silenced.v1",
                        "io.chatkeeper.clock.paused.v1",
                        "io.chatkeeper.clock.resumed.v1",
                        "io.chatkeeper.clock.breach-withdrawn.v1",
                        "io.chatkeeper.clock.met.v1",
                        "io.chatkeeper.clock.cancelled.v1");
    }

    @Test
    void an_event_of_before_knew_neither_zone_nor_agent() {
        var json = Json.mapper();
        String start = json.writeValueAsString(started()).replaceAll(",\"zone\":\"[^\"]+\"", "");
        assertThat(json.readValue(start, ClockStarted.class).zone()).isNull();
        String met =
                "{\"clockId\":\"c\",\"subject\":\"chat-1\",\"clock\":\"ack\","
                        + "\"metAt\":\"2026-11-22T10:00:00Z\",\"late\":true}";
        assertThat(json.readValue(met, ClockMet.class))
                .isEqualTo(new ClockMet("c", "chat-1", "ack", null, START, true, null));
    }

    private static ClockStarted started() {
        var rule = SOPS.get(SOP).clocks().get("first-reply");
        return new ClockStarted(
                "clock-chat-1-first-reply-1",
                "chat-1",
                "first-reply",
                rule.label(),
                rule.requirement(),
                rule.calendar(),
                "customer-service",
                null,
                null,
                START,
                START.plusSeconds(60),
                START.plusSeconds(180),
                SOP,
                rule.stop(),
                rule.cancel(),
                rule.onWarn(),
                List.copyOf(rule.onBreach()),
                null,
                "America/New_York",
                rule.repeat());
    }

    private static Observe observe(Occurrence occurrence) {
        return new Observe("chat-1", occurrence, START, SOP, null, null, null);
    }
}
