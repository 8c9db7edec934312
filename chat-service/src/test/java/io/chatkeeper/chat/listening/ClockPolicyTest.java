package io.chatkeeper.chat.listening;

import static org.assertj.core.api.Assertions.assertThat;

import io.chatkeeper.contract.ActOnClock;
import io.chatkeeper.contract.Actor;
import io.chatkeeper.contract.ChatCommand.EscalateChat;
import io.chatkeeper.contract.ClockAction;
import io.chatkeeper.contract.Envelope;
import io.chatkeeper.contract.PublicClockEvent;
import io.chatkeeper.contract.PublicClockEvent.*;
import io.chatkeeper.contract.Recorded;
import io.chatkeeper.contract.Role;
import io.chatkeeper.contract.WireNames;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClockPolicyTest {
    private static final Instant AT = Instant.parse("2026-11-22T12:00:00Z");
    private static final List<ClockAction> LADDER =
            List.of(
                    new ClockAction.Notify("lead"),
                    new ClockAction.Escalate(null, null, null, true),
                    new ClockAction.Reassign("desk"));

    private static Recorded recorded(PublicClockEvent event) {
        return new Recorded(
                new Envelope(
                        "event-9",
                        WireNames.of(event.getClass()),
                        "clock-chat-1",
                        9,
                        AT,
                        "chat-1",
                        "correlation",
                        "command",
                        Actor.system("wake-up"),
                        "loan@1",
                        null),
                event);
    }

    @Test
    void every_step_of_the_ladder_is_a_command_that_names_its_transfer() {
        var breached = new ClockBreached("c", "chat-1", "ack", "t", AT, LADDER);
        var commands = ClockPolicy.react(recorded(breached));
        var up = (EscalateChat) commands.getFirst();
        assertThat(up.to()).isNull();
        assertThat(up.transferId()).isEqualTo("t");
        assertThat(commands.subList(1, 3))
                .containsExactly(
                        new ActOnClock(
                                "chat-1",
                                "act-event-9-1",
                                "c",
                                "ack",
                                "t",
                                "breached",
                                LADDER.getFirst()),
                        new ActOnClock(
                                "chat-1",
                                "act-event-9-2",
                                "c",
                                "ack",
                                "t",
                                "breached",
                                LADDER.getLast()));
    }

    @Test
    void warnings_and_repeats_act_too_and_other_events_do_not() {
        var lead = List.<ClockAction>of(new ClockAction.Escalate(Role.LEAD, null, null));
        var warned = new ClockWarned("c", "chat-1", "ack", null, AT, LADDER.subList(0, 1));
        var again = new ClockRepeated("c", "chat-1", "ack", null, 1, AT, lead);
        assertThat(((ActOnClock) ClockPolicy.react(recorded(warned)).getFirst()).stage())
                .isEqualTo("warned");
        assertThat(((EscalateChat) ClockPolicy.react(recorded(again)).getFirst()).to())
                .isEqualTo(Role.LEAD);
        var met = new ClockMet("c", "chat-1", "ack", null, AT, false, null);
        assertThat(ClockPolicy.react(recorded(met))).isEmpty();
    }
}
