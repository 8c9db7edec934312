package io.chatkeeper.projection.chats;

import static io.chatkeeper.projection.chats.ChatViewTest.text;

import io.chatkeeper.contract.ActorKind;
import io.chatkeeper.contract.Author;
import io.chatkeeper.contract.Customer;
import io.chatkeeper.contract.PublicChatEvent.*;
import io.chatkeeper.contract.Recorded;
import io.chatkeeper.contract.SopRef;
import io.chatkeeper.projection.Happened;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/// Logs of chats, for tests that fold them in different ways.
public final class ChatStories {
    private ChatStories() {}

    /// Some chats, each with so many messages or fewer; half of them end closed. Their events are
    /// mixed as chance will have it.
    public static List<Recorded> interleaved(int chats, int messages, Random random) {
        List<List<Recorded>> stories = new ArrayList<>();
        for (int i = 0; i < chats; i++) {
            Happened story = opened("chat-" + i);
            talk(story, "chat-" + i, messages - random.nextInt(messages / 2));
            if (i % 2 == 0) {
                story.then(new ChatClosed("chat-" + i, "casey", null, "front", "done"));
            }
            stories.add(new ArrayList<>(story.events()));
        }
        List<Recorded> log = new ArrayList<>();
        while (!stories.isEmpty()) {
            List<Recorded> story = stories.get(random.nextInt(stories.size()));
            log.add(story.removeFirst());
            stories.removeIf(List::isEmpty);
        }
        return log;
    }

    /// One chat, `chat-long`, with so many messages.
    public static List<Recorded> longTalk(int messages) {
        Happened story = opened("chat-long");
        talk(story, "chat-long", messages);
        return story.events();
    }

    private static Happened opened(String chat) {
        return Happened.on(
                chat,
                new ChatOpened(
                        chat,
                        "CK-1",
                        "loan",
                        new SopRef("tidio-loan", 1),
                        "front",
                        Customer.unknown(),
                        null,
                        Map.of()),
                new ChatAssigned(chat, "casey", "Casey", "front", null));
    }

    private static void talk(Happened story, String chat, int messages) {
        for (int i = 1; i <= messages; i++) {
            ActorKind kind = i % 3 == 0 ? ActorKind.AGENT : ActorKind.VISITOR;
            story.then(
                    new MessagePosted(
                            chat, "m-" + i, null, new Author(kind, "x", "X"), text("line " + i)));
        }
    }
}
