package io.chatkeeper.sla.clock;

import static org.assertj.core.api.Assertions.assertThat;

import io.chatkeeper.contract.ClockAction;
import io.chatkeeper.contract.ClockAction.Escalate;
import io.chatkeeper.contract.ClockAction.Inform;
import io.chatkeeper.contract.ClockAction.Notify;
import io.chatkeeper.contract.ClockAction.Reassign;
import io.chatkeeper.contract.ClockCommand.Observe;
import io.chatkeeper.contract.Occurrence;
import io.chatkeeper.contract.Refused;
import io.chatkeeper.contract.SopRef;
import io.chatkeeper.contract.WakeUp;
import io.chatkeeper.sla.clock.ClockEvent.*;
import io.chatkeeper.sop.SopReader;
import io.chatkeeper.sop.SopRegister;
import io.chatkeeper.testkit.Guide;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The whole ladder that `docs/writing-an-sop.md` shows: a transfer that nobody takes is told of,
/// given to somebody else and taken one step up, again and again, for as long as the file says.
class LadderOfTheGuideTest {
    private static final Instant START = Instant.parse("2026-11-23T09:00:00Z");
    private static final String CHAT = "chat-1";
    private static final SopRef SOP = new SopRef("bakery", 1);

    private final SopRegister sops = new SopRegister();
    private final ClockStory story = new ClockStory(sops);

    LadderOfTheGuideTest() {
        sops.add(SopReader.read(Guide.file("What a clock does")));
    }

    @Test
    void who_does_not_take_a_transfer_is_warned_and_then_passed_over() throws Refused {
        see(Occurrence.TRANSFERRED, 0);
        assertThat(((ClockWarned) wake(10).getFirst()).actions())
                .containsExactly(new Notify("receiver"));
        var breached = (ClockBreached) wake(15).getFirst();
        assertThat(breached.transferId()).isEqualTo("t-1");
        assertThat(breached.actions())
                .hasOnlyElementsOfTypes(Notify.class, Inform.class, Reassign.class, Escalate.class)
                .contains(new Notify("lead"), new Reassign("desk"));
        for (int round = 1; round <= 3; round++) {
            var again = (ClockRepeated) wake(15 + 10 * round).getFirst();
            assertThat(again.number()).isEqualTo(round);
            assertThat(again.transferId()).isEqualTo("t-1");
            assertThat(again.actions()).isEqualTo(breached.actions());
        }
        assertThat(story.state().wakeAt()).isNull();
        assertThat(wake(90)).isEmpty();
    }

    @Test
    void whoever_takes_it_at_last_ends_the_rounds() throws Refused {
        see(Occurrence.TRANSFERRED, 0);
        wake(10);
        wake(15);
        wake(25);
        List<ClockEvent> taken = see(Occurrence.ACKNOWLEDGED, 30);
        assertThat(((ClockMet) taken.getFirst()).late()).isTrue();
        assertThat(wake(35)).isEmpty();
    }

    @Test
    void each_step_is_one_that_the_file_names() {
        List<ClockAction> steps = sops.get(SOP).clock("transfer-acknowledgement").onBreach();
        assertThat(steps).hasSize(4);
        assertThat(steps.getLast()).isInstanceOf(Escalate.class);
    }

    private List<ClockEvent> see(Occurrence what, int minute) throws Refused {
        Instant at = START.plus(Duration.ofMinutes(minute));
        return story.when(new Observe(CHAT, what, at, SOP, null, null, "t-1"), at);
    }

    private List<ClockEvent> wake(int minute) throws Refused {
        Instant at = START.plus(Duration.ofMinutes(minute));
        return story.when(new WakeUp("clock-" + CHAT, at), at);
    }
}
