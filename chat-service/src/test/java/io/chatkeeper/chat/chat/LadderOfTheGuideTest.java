package io.chatkeeper.chat.chat;

import static io.chatkeeper.chat.chat.ChatScenes.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.chatkeeper.chat.chat.ClockActEvent.*;
import io.chatkeeper.chat.listening.ChatPolicies;
import io.chatkeeper.contract.Actor;
import io.chatkeeper.contract.ChatCommand;
import io.chatkeeper.contract.ChatCommand.EscalateChat;
import io.chatkeeper.contract.ClockAction;
import io.chatkeeper.contract.Envelope;
import io.chatkeeper.contract.PublicClockEvent;
import io.chatkeeper.contract.PublicClockEvent.ClockBreached;
import io.chatkeeper.contract.PublicClockEvent.ClockRepeated;
import io.chatkeeper.contract.Recorded;
import io.chatkeeper.contract.Role;
import io.chatkeeper.contract.WireNames;
import io.chatkeeper.sop.SopReader;
import io.chatkeeper.testkit.Guide;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What a chat makes of the ladder that `docs/writing-an-sop.md` shows, from the clock's event
/// through the policy to the chat's own decisions.
class LadderOfTheGuideTest {
    private static final String CLOCK = "transfer-acknowledgement";
    private final List<ClockAction> ladder;

    LadderOfTheGuideTest() {
        ladder = SopReader.read(Guide.file("What a clock does")).clock(CLOCK).onBreach();
    }

    @Test
    void the_transfer_goes_to_somebody_else_and_those_above_are_asked() {
        List<ChatEvent> told = after(handed(), breached());
        assertThat(told).filteredOn(ChatEvent.ChatEscalated.class::isInstance).hasSize(1);
        assertThat(told).filteredOn(PeopleNotified.class::isInstance).hasSize(1);
        assertThat(told).filteredOn(CustomerInformed.class::isInstance).hasSize(1);
        assertThat(told).filteredOn(TransferReassigned.class::isInstance).hasSize(1);
        var state = (Chat.Opened) chat().given(with(handed(), told)).state();
        assertThat(state.receiver()).isNull();
        assertThat(state.waitingAt()).isEqualTo("loan-engineers");
    }

    @Test
    void each_round_asks_one_step_further_up() {
        List<ChatEvent> history = with(handed(), after(handed(), breached()));
        List<ChatEvent> again = after(history, repeated(1));
        assertThat(escalatedTo(history)).containsExactly(Role.LEAD);
        assertThat(escalatedTo(again)).containsExactly(Role.SUPERVISOR);
        assertThat(escalatedTo(after(with(history, again), repeated(2))))
                .containsExactly(Role.MANAGER);
    }

    @Test
    void nothing_comes_of_it_once_the_transfer_was_taken() {
        for (PublicClockEvent event : List.of(breached(), repeated(1))) {
            for (ChatCommand command : commands(event)) {
                var decided = chat().given(handedOver()).when(command).by(ROUTING);
                if (command instanceof EscalateChat) {
                    decided.thenRefused("stale-transfer");
                } else {
                    assertThat(decided.events()).isEmpty();
                }
            }
        }
    }

    private static List<Role> escalatedTo(List<ChatEvent> events) {
        return events.stream()
                .filter(ChatEvent.ChatEscalated.class::isInstance)
                .map(event -> ((ChatEvent.ChatEscalated) event).to())
                .toList();
    }

    private ClockBreached breached() {
        return new ClockBreached("clock-1", CHAT, CLOCK, TRANSFER, NOON, ladder);
    }

    private ClockRepeated repeated(int number) {
        return new ClockRepeated("clock-1", CHAT, CLOCK, TRANSFER, number, NOON, ladder);
    }

    private static List<ChatEvent> with(List<ChatEvent> history, List<ChatEvent> more) {
        return ChatScenes.with(history, more.toArray(ChatEvent[]::new));
    }

    /// All that the chat's policies make of what a clock says, decided one after the other.
    private static List<ChatEvent> after(List<ChatEvent> history, PublicClockEvent event) {
        List<ChatEvent> events = new ArrayList<>();
        for (ChatCommand command : commands(event)) {
            events.addAll(chat().given(with(history, events)).when(command).by(ROUTING).events());
        }
        return events;
    }

    private static List<ChatCommand> commands(PublicClockEvent event) {
        var envelope =
                new Envelope(
                        "event-" + event,
                        WireNames.of(event.getClass()),
                        "clock-" + CHAT,
                        1,
                        NOON,
                        CHAT,
                        "correlation",
                        "command",
                        Actor.system("wake-up"),
                        LOAN.toString(),
                        null);
        return ChatPolicies.all().stream()
                .flatMap(policy -> policy.reaction().apply(new Recorded(envelope, event)).stream())
                .map(ChatCommand.class::cast)
                .toList();
    }
}
