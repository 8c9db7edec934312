package io.chatkeeper.chat.chat;

import io.chatkeeper.chat.chat.ChatEvent.ChatRated;
import io.chatkeeper.chat.chat.ChatEvent.ChatReopened;
import io.chatkeeper.contract.ChatCommand.RateChat;
import io.chatkeeper.contract.ChatCommand.ReopenChat;
import io.chatkeeper.contract.ChatState;
import io.chatkeeper.contract.Decision;
import io.chatkeeper.contract.PersonalText;
import io.chatkeeper.contract.Refused;
import io.chatkeeper.sop.DeskHours;
import io.chatkeeper.sop.Sop;
import java.util.ArrayList;
import java.util.List;

/// After the end: going on after all, and how it was.
final class Afterwards {
    static final int BEST_SCORE = 5;

    private Afterwards() {}

    /// A resolved chat goes on with its agent. A closed one has none any more, for the agent's slot
    /// is free: it waits in line again.
    static List<ChatEvent> reopen(Chat.Opened chat, ReopenChat reopen, Decision by, Sop sop)
            throws Refused {
        if (reopen.reason().plain().isBlank()) {
            throw Verdict.malformed("Say why the chat is opened again.");
        }
        Chat.Serving serving = chat.state() == ChatState.RESOLVED ? chat.serving() : null;
        PersonalText reason = Conversation.masked(reopen.reason());
        if (serving != null) {
            return List.of(
                    new ChatReopened(reopen.chatId(), reason, serving.desk(), serving.agentId()));
        }
        DeskHours.Arrival arrival =
                LeftMessages.arrival(chat, chat.identity().entryDesk(), by, sop);
        List<ChatEvent> events = new ArrayList<>();
        events.add(new ChatReopened(reopen.chatId(), reason, arrival.desk(), null));
        events.addAll(LeftMessages.arrived(chat, arrival, null, by));
        return events;
    }

    static List<ChatEvent> rate(RateChat rate) throws Refused {
        checkScore(rate.score());
        PersonalText comment = rate.comment();
        return List.of(
                new ChatRated(
                        rate.chatId(),
                        rate.score(),
                        comment == null ? null : Conversation.masked(comment)));
    }

    static void checkScore(int score) throws Refused {
        if (score < 1 || score > BEST_SCORE) {
            throw Verdict.malformed("A score is a number from 1 to 5.");
        }
    }
}
