package io.chatkeeper.chat.chat;

import io.chatkeeper.chat.chat.AssistEvent.*;
import io.chatkeeper.chat.chat.ChatEvent.*;
import io.chatkeeper.contract.ActorKind;
import io.chatkeeper.contract.Assist;
import io.chatkeeper.contract.AssistRequest;
import io.chatkeeper.contract.Author;
import io.chatkeeper.contract.ChatCommand.LinkAssist;
import io.chatkeeper.contract.ChatCommand.OpenAssist;
import io.chatkeeper.contract.ChatCommand.PostMessage;
import io.chatkeeper.contract.ChatState;
import io.chatkeeper.contract.Customer;
import io.chatkeeper.contract.Decision;
import io.chatkeeper.contract.PersonalText;
import io.chatkeeper.contract.Refused;
import io.chatkeeper.contract.Role;
import io.chatkeeper.contract.SopRef;
import io.chatkeeper.sop.AssistGuard;
import io.chatkeeper.sop.AssistGuard.Judged;
import io.chatkeeper.sop.AssistRules;
import io.chatkeeper.sop.SensitiveData;
import io.chatkeeper.sop.Sop;
import io.chatkeeper.sop.Sops;
import io.chatkeeper.sop.TextGuard;
import io.chatkeeper.sop.UnknownSopVersion;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// An agent asks a lead for help (R80-R87, R101-R121). The agent who asks takes the seat that the
/// visitor has in a customer's chat; whoever claims the chat answers.
final class Assists {
    private static final String SITE = "assist";
    private static final int MOST = 30;

    /// All entries of a form together, in UTF-16 units: they become one event, which has its limit.
    private static final int LONGEST_FORM = 16_000;

    /// Labels become names in documents, where dots and dollars mean something.
    private static final Pattern LABEL = Pattern.compile("[A-Za-z][A-Za-z0-9 /&()'_-]{0,39}");

    private Assists() {}

    static List<ChatEvent> open(OpenAssist open, Decision by, Sops sops) throws Refused {
        Sop sop =
                sops.newest(open.sopId())
                        .orElseThrow(() -> new UnknownSopVersion(new SopRef(open.sopId(), 1)));
        check(open, by, sop);
        AssistRequest request = masked(open.request());
        Judged judged = new AssistGuard(sop).judge(request, by.at());
        Author author =
                new Author(ActorKind.AGENT, by.actor().id(), open.agentName(), Boolean.TRUE);
        return Verdict.on(open, open.chatId(), judged.violations(), open.overrides())
                .beside(
                        opened(
                                open,
                                assist(open, request, judged, by),
                                judged,
                                desk(judged, by, sop),
                                sop),
                        new MessagePosted(
                                open.chatId(),
                                "message-" + by.commandId(),
                                null,
                                author,
                                PersonalText.of(judged.request().asked()),
                                null));
    }

    private static void check(OpenAssist open, Decision by, Sop sop) throws Refused {
        if (by.actor().kind() != ActorKind.AGENT
                || by.actor().role() == Role.ADMIN
                || by.actor().role() == Role.AUDITOR) {
            throw Refused.forbidden("agents-only", "Only agents who serve chats ask for help.");
        }
        if (sop.assist().channels().isEmpty()) {
            throw Verdict.malformed("The procedure " + open.sopId() + " knows no assist chats.");
        }
        AssistRequest request = open.request();
        if (request.question().plain().length() > TextGuard.LONGEST) {
            throw Verdict.malformed("A question has at most " + TextGuard.LONGEST + " characters.");
        }
        if (request.fields().size() > MOST
                || request.resourcesChecked().size() > MOST
                || request.confirmed().size() > MOST) {
            throw Verdict.malformed("A request has at most " + MOST + " entries of a kind.");
        }
        if (entries(request).mapToInt(String::length).sum() > LONGEST_FORM) {
            throw Verdict.malformed("A form has at most " + LONGEST_FORM + " characters.");
        }
        if (!request.fields().keySet().stream().allMatch(LABEL.asMatchPredicate())) {
            throw Verdict.malformed("A field is named by a label of at most 40 characters.");
        }
    }

    private static Stream<String> entries(AssistRequest request) {
        return Stream.of(
                        request.fields().keySet().stream(),
                        request.fields().values().stream().map(PersonalText::plain),
                        request.resourcesChecked().stream(),
                        request.confirmed().stream(),
                        Stream.of(request.clientId()))
                .flatMap(each -> each);
    }

    /// Nobody is asked to help themselves: a lead's own question goes one rung up (R92).
    private static String desk(Judged judged, Decision by, Sop sop) {
        String desk = judged.channel().desk();
        Role asker = by.actor().role();
        Role answering = Objects.requireNonNull(sop.desks().get(desk)).role();
        boolean own = asker != null && asker.leads() && asker.ranksAtLeast(answering);
        return own ? sop.deskOf(sop.escalation().next(asker)) : desk;
    }

    private static ChatOpened opened(
            OpenAssist open, Assist assist, Judged judged, String desk, Sop sop) {
        Map<String, PersonalText> fields = new LinkedHashMap<>();
        judged.request()
                .fields()
                .forEach((label, value) -> fields.put(label, PersonalText.of(value)));
        return new ChatOpened(
                open.chatId(),
                open.reference(),
                SITE,
                sop.ref(),
                desk,
                new Customer(PersonalText.of(open.agentName()), null, null, false),
                judged.title(),
                fields,
                assist);
    }

    private static Assist assist(
            OpenAssist open, AssistRequest request, Judged judged, Decision by) {
        AssistRules.Topic topic = judged.topic();
        return new Assist(
                by.actor().id(),
                open.agentName(),
                judged.channel().id(),
                judged.request().form() == null ? null : judged.request().form().name(),
                topic == null ? null : topic.id(),
                judged.request().clientId(),
                request.aboutChatId(),
                request.resourcesChecked(),
                request.confirmed());
    }

    /// Another word of the agent who asks, under the same rules of tone as the answers (R84-R87).
    static List<ChatEvent> ask(Chat.Opened chat, PostMessage post, Decision by, Sop sop)
            throws Refused {
        Assist assist = chat.assist();
        if (assist == null) {
            throw new IllegalStateException("nobody asks in a customer's chat");
        }
        Speech speech = new Speech("text", post.text(), assist.agentName(), null);
        return Verdict.on(post, post.messageId(), speech.judge(chat, sop), post.overrides())
                .beside(
                        new MessagePosted(
                                post.chatId(),
                                post.messageId(),
                                post.clientMessageId(),
                                new Author(
                                        ActorKind.AGENT,
                                        assist.agentId(),
                                        assist.agentName(),
                                        Boolean.TRUE),
                                Conversation.masked(post.text()),
                                chat.serving() == null ? null : later(by, sop)));
    }

    /// What comes with somebody new who is responsible: from then on nobody disappears (R86).
    static List<ChatEvent> claimed(Chat.Opened chat, List<ChatEvent> events, Decision by, Sop sop) {
        Assist assist = chat.assist();
        if (assist == null) {
            return events;
        }
        List<ChatEvent> all = new ArrayList<>(events);
        for (ChatEvent event : events) {
            String taker = taker(event);
            if (taker != null) {
                String chatId = chat.identity().chatId();
                all.add(new AssistClaimed(chatId, taker, assist.agentId(), later(by, sop)));
            }
        }
        return all;
    }

    private static @Nullable String taker(ChatEvent event) {
        return switch (event) {
            case ChatAssigned assigned when assigned.transferId() == null -> assigned.agentId();
            case TransferAcknowledged taken -> taken.agentId();
            case ChatTakenOver taken -> taken.agentId();
            case ChatReopened reopened -> reopened.agentId();
            default -> null;
        };
    }

    /// When a claimed chat counts as silent if nobody writes after this; null if nobody has to.
    static @Nullable Instant silentAt(Chat.Opened chat, Decision by, Sop sop) {
        return chat.state() == ChatState.RESOLVED ? null : later(by, sop);
    }

    private static @Nullable Instant later(Decision by, Sop sop) {
        Duration silence = sop.assist().silence();
        return silence == null ? null : by.at().plus(silence);
    }

    /// Both sides are told; the next word begins the silence anew.
    static List<ChatEvent> fellSilent(Chat.Opened chat) {
        Assist assist = chat.assist();
        Chat.Serving serving = chat.serving();
        return assist == null || serving == null
                ? List.of()
                : List.of(
                        new AssistFellSilent(
                                chat.identity().chatId(), serving.agentId(), assist.agentId()));
    }

    static List<ChatEvent> link(LinkAssist link) {
        return List.of(
                new AssistLinked(
                        link.chatId(),
                        link.assistChatId(),
                        link.assistReference(),
                        link.agentId()));
    }

    private static AssistRequest masked(AssistRequest request) {
        Map<String, PersonalText> fields = new LinkedHashMap<>();
        request.fields().forEach((label, text) -> fields.put(label, Conversation.masked(text)));
        return new AssistRequest(
                request.channel(),
                request.template(),
                request.topic(),
                SensitiveData.mask(request.clientId()),
                request.aboutChatId(),
                Conversation.masked(request.question()),
                fields,
                request.resourcesChecked().stream().map(SensitiveData::mask).toList(),
                request.confirmed());
    }
}
