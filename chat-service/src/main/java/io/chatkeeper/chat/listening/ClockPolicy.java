package io.chatkeeper.chat.listening;

import io.chatkeeper.contract.ActOnClock;
import io.chatkeeper.contract.ChatCommand;
import io.chatkeeper.contract.ChatCommand.EscalateChat;
import io.chatkeeper.contract.ClockAction;
import io.chatkeeper.contract.PersonalText;
import io.chatkeeper.contract.PublicClockEvent;
import io.chatkeeper.contract.PublicClockEvent.ClockBreached;
import io.chatkeeper.contract.PublicClockEvent.ClockRepeated;
import io.chatkeeper.contract.PublicClockEvent.ClockWarned;
import io.chatkeeper.contract.Recorded;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the procedure wants done because of a clock, as commands to its chat. Escalations come
/// first: their places in the row, and with them their ids, are as old as the first versions.
final class ClockPolicy {
    private final Recorded cause;
    private final PublicClockEvent clock;
    private final @Nullable String transferId;
    private final String stage;

    private ClockPolicy(
            Recorded cause, PublicClockEvent clock, @Nullable String transferId, String stage) {
        this.cause = cause;
        this.clock = clock;
        this.transferId = transferId;
        this.stage = stage;
    }

    static List<ChatCommand> react(Recorded recorded) {
        return switch (recorded.event()) {
            case ClockWarned e ->
                    new ClockPolicy(recorded, e, e.transferId(), "warned")
                            .commands(e.clock(), e.actions());
            case ClockBreached e ->
                    new ClockPolicy(recorded, e, e.transferId(), "breached")
                            .commands(e.clock(), e.actions());
            case ClockRepeated e ->
                    new ClockPolicy(recorded, e, e.transferId(), "repeated")
                            .commands(e.clock(), e.actions());
            default -> List.of();
        };
    }

    private List<ChatCommand> commands(String name, List<ClockAction> actions) {
        List<ChatCommand> commands = new ArrayList<>();
        for (ClockAction action : actions) {
            if (action instanceof ClockAction.Escalate up) {
                commands.add(escalation(name, up));
            }
        }
        for (ClockAction action : actions) {
            if (!(action instanceof ClockAction.Escalate)) {
                String actId = "act-" + cause.envelope().id() + "-" + commands.size();
                commands.add(
                        new ActOnClock(
                                clock.subject(),
                                actId,
                                clock.clockId(),
                                name,
                                transferId,
                                stage,
                                action));
            }
        }
        return List.copyOf(commands);
    }

    private ChatCommand escalation(String name, ClockAction.Escalate action) {
        return new EscalateChat(
                clock.subject(),
                "escalation-" + cause.envelope().id(),
                name,
                PersonalText.of("The clock " + name + " was not met."),
                action.to(),
                action.timeline(),
                action.contact() == null ? null : PersonalText.of(action.contact()),
                transferId);
    }
}
