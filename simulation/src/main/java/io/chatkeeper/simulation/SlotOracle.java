package io.chatkeeper.simulation;

import io.chatkeeper.contract.AgentStatus;
import io.chatkeeper.contract.PublicAgentEvent;
import io.chatkeeper.contract.PublicAgentEvent.AgentDefined;
import io.chatkeeper.contract.PublicAgentEvent.AgentStatusChanged;
import io.chatkeeper.contract.PublicAgentEvent.ChatsGivenBack;
import io.chatkeeper.contract.PublicAgentEvent.ConsoleLost;
import io.chatkeeper.contract.PublicAgentEvent.ConsoleSeen;
import io.chatkeeper.contract.PublicAgentEvent.HoldEnded;
import io.chatkeeper.contract.PublicAgentEvent.SlotGranted;
import io.chatkeeper.contract.PublicAgentEvent.SlotHeld;
import io.chatkeeper.contract.PublicAgentEvent.SlotOccupied;
import io.chatkeeper.contract.PublicAgentEvent.SlotRefused;
import io.chatkeeper.contract.PublicAgentEvent.SlotReleased;
import io.chatkeeper.contract.Recorded;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// One agent's slots: none is granted beyond the capacity or to somebody who is not available, and
/// what the events say is held is what is held. A lead who takes over may go beyond.
final class SlotOracle {
    private final String stream;
    private final Set<String> held = new TreeSet<>();
    private final Set<String> asked = new TreeSet<>();
    private final List<String> complaints = new ArrayList<>();

    SlotOracle(String stream, List<Recorded> events) {
        this.stream = stream;
        for (Recorded recorded : events) {
            if (recorded.event() instanceof PublicAgentEvent event) {
                take(event, recorded.envelope().sequence());
            }
        }
    }

    /// The chats that were given, and for which a slot is held at the end.
    Set<String> held() {
        Set<String> given = new TreeSet<>(held);
        given.removeAll(asked);
        return given;
    }

    /// The chats about which the agent is being asked at the end.
    Set<String> asked() {
        return asked;
    }

    List<String> complaints() {
        return complaints;
    }

    private void take(PublicAgentEvent event, long sequence) {
        switch (event) {
            case SlotHeld e -> {
                boolean more = held.add(e.chatId());
                asked.add(e.chatId());
                check(!more || held.size() <= e.profile().capacity(), "[capacity]", sequence);
                check(e.status() == AgentStatus.AVAILABLE, "[asked while not there]", sequence);
                counts(e.held(), sequence);
            }
            case HoldEnded e -> {
                check(asked.remove(e.chatId()), "[answered twice]", sequence);
                held.remove(e.chatId());
                counts(e.held(), sequence);
            }
            case SlotGranted e -> {
                asked.remove(e.chatId());
                boolean more = held.add(e.chatId());
                check(!more || held.size() <= e.profile().capacity(), "[capacity]", sequence);
                counts(e.held(), sequence);
            }
            case SlotOccupied e -> {
                asked.remove(e.chatId());
                held.add(e.chatId());
                counts(e.held(), sequence);
            }
            case SlotReleased e -> {
                check(held.remove(e.chatId()), "[slot freed twice]", sequence);
                counts(e.held(), sequence);
            }
            case AgentDefined e -> counts(e.held(), sequence);
            case AgentStatusChanged e -> counts(e.held(), sequence);
            case SlotRefused _, ConsoleSeen _, ConsoleLost _, ChatsGivenBack _ -> {}
        }
    }

    private void counts(int said, long sequence) {
        check(said == held.size(), "[slots miscounted]", sequence);
    }

    private void check(boolean right, String what, long sequence) {
        if (!right) {
            complaints.add("%s %s at %d, held %s".formatted(what, stream, sequence, held));
        }
    }
}
