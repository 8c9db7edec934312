package io.chatkeeper.gateway;

import io.chatkeeper.contract.Actor;
import io.chatkeeper.contract.Envelope;
import io.chatkeeper.contract.PublicAgentEvent;
import io.chatkeeper.contract.PublicChatEvent;
import io.chatkeeper.contract.PublicClockEvent;
import io.chatkeeper.contract.PublicDeskEvent;
import io.chatkeeper.contract.PublicEvent;
import io.chatkeeper.contract.PublicNotesEvent;
import io.chatkeeper.contract.PublicSopEvent;
import io.chatkeeper.contract.Recorded;
import io.chatkeeper.contract.WireNames;
import java.time.Instant;

/// Events as they come from the topics.
public final class Happened {
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    private Happened() {}

    /// The event as the n-th of its stream.
    public static Recorded nth(long n, PublicEvent event) {
        String stream =
                switch (event) {
                    case PublicChatEvent chat -> chat.chatId();
                    case PublicNotesEvent notes -> "notes-" + notes.chatId();
                    case PublicClockEvent clock -> "clock-" + clock.subject();
                    case PublicDeskEvent desk -> "desk-" + desk.deskId();
                    case PublicAgentEvent agent -> "agent-" + agent.agentId();
                    case PublicSopEvent _ -> "sop-x";
                };
        String chat =
                switch (event) {
                    case PublicChatEvent one -> one.chatId();
                    case PublicNotesEvent notes -> notes.chatId();
                    case PublicClockEvent clock -> clock.subject();
                    case PublicDeskEvent _, PublicAgentEvent _, PublicSopEvent _ -> null;
                };
        return new Recorded(
                new Envelope(
                        "event-" + stream + "-" + n,
                        WireNames.of(event.getClass()),
                        stream,
                        n,
                        NOON.plusSeconds(n),
                        chat,
                        "correlation",
                        "command-" + n,
                        Actor.system("test"),
                        "tidio-loan@1",
                        null),
                event);
    }
}
