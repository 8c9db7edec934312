package io.chatkeeper.chat.chat;

import io.chatkeeper.contract.Actor;
import io.chatkeeper.contract.ChatActs;
import io.chatkeeper.contract.ChatCommand;
import io.chatkeeper.contract.ChatPart;
import io.chatkeeper.contract.Refused;
import java.util.List;
import java.util.Locale;

/// Applies the state × role table to a command. Ownership is decided here and nowhere else.
final class Legality {
    private Legality() {}

    static void check(Chat.Opened chat, ChatCommand command, Actor actor) throws Refused {
        List<ChatActs> rows = ChatActs.rowsOf(command);
        boolean may =
                rows.stream()
                        .flatMap(row -> row.parts().stream())
                        .anyMatch(part -> plays(chat, actor, part));
        if (!may && !knowsOf(chat, actor)) {
            throw unknownChat();
        }
        if (rows.stream().noneMatch(row -> row.states().contains(chat.state()))) {
            String state = chat.state().name().toLowerCase(Locale.ROOT);
            throw Refused.conflict(
                    "illegal-state", "This can't be done while the chat is " + state + ".");
        }
        if (!may) {
            throw Refused.conflict("not-yours", notYours(chat));
        }
    }

    /// Whether the actor plays that part in this chat, now.
    static boolean plays(Chat.Opened chat, Actor actor, ChatPart part) {
        return switch (actor.kind()) {
            case SYSTEM -> part == ChatPart.SYSTEM;
            case VISITOR -> part == ChatPart.VISITOR && actor.id().equals(chat.identity().chatId());
            case AGENT ->
                    switch (part) {
                        case RESPONSIBLE -> chat.isServedBy(actor.id());
                        case RECEIVER -> actor.isAgent(chat.receiver());
                        case LEAD -> actor.role() != null && actor.role().leads();
                        case OWNER -> chat.duties().owedBy(actor.id());
                        case REQUESTER -> chat.isAskedBy(actor);
                        case VISITOR, SYSTEM -> false;
                    };
        };
    }

    /// A visitor may not even learn that another visitor's chat exists.
    private static boolean knowsOf(Chat.Opened chat, Actor actor) {
        return switch (actor.kind()) {
            case VISITOR -> actor.id().equals(chat.identity().chatId());
            case AGENT, SYSTEM -> true;
        };
    }

    private static String notYours(Chat.Opened chat) {
        return chat.serving() == null
                ? "Nobody is responsible for this chat yet."
                : "Only the responsible agent can do this. That is " + chat.serving().name() + ".";
    }

    static Refused unknownChat() {
        return Refused.notFound("unknown-chat", "There is no such chat.");
    }
}
