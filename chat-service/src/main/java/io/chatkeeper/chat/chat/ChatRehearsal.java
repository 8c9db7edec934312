package io.chatkeeper.chat.chat;

import io.chatkeeper.contract.ChatCommand;
import io.chatkeeper.contract.Decision;
import io.chatkeeper.contract.Refused;
import io.chatkeeper.sop.Sops;
import java.util.List;

/// One chat in memory, decided by the very rules that decide the real ones. Nothing is stored.
public final class ChatRehearsal {
    private final Sops sops;
    private Chat chat = new Chat.Unopened();

    public ChatRehearsal(Sops sops) {
        this.sops = sops;
    }

    /// Carries out a command; what came of it has happened to this chat then.
    ///
    /// @throws Refused if the chat refuses it; nothing has happened then
    public List<ChatEvent> act(ChatCommand command, Decision by) throws Refused {
        List<ChatEvent> events = ChatDecision.decide(chat, command, by, sops);
        events.forEach(event -> chat = Chat.evolve(chat, event));
        return events;
    }
}
