package io.chatkeeper.chat.chat;

import io.chatkeeper.contract.PersonalText;
import io.chatkeeper.contract.Refused;
import io.chatkeeper.contract.Violation;
import io.chatkeeper.sop.AssistGuard;
import io.chatkeeper.sop.MessageContext;
import io.chatkeeper.sop.MessageGuard;
import io.chatkeeper.sop.Sop;
import io.chatkeeper.sop.TextGuard;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Words of an agent on their way to the customer: a message, an update, the summary at the end.
/// They meet the rules for tone (R71-R79), for a first message (R17, R21) and for what may only be
/// told to a customer who is known (R137). In an assist chat they are words to a colleague
/// (R84-R87).
///
/// @param field where they stand in the request
/// @param speaker the name of the agent whose words they are
/// @param accountSpecific whether the agent says that they tell something of the account
record Speech(
        String field,
        PersonalText words,
        @Nullable String speaker,
        @Nullable Boolean accountSpecific) {
    /// Words of the responsible agent.
    static Speech of(
            Chat.Opened chat, String field, PersonalText words, @Nullable Boolean accountSpecific) {
        Chat.Serving serving = chat.serving();
        String name = serving == null ? null : serving.name();
        return new Speech(field, words, name, accountSpecific);
    }

    List<Violation> judge(Chat.Opened chat, Sop sop) throws Refused {
        String text = Conversation.masked(words).plain();
        if (text.length() > TextGuard.LONGEST) {
            throw Verdict.malformed("A message has at most " + TextGuard.LONGEST + " characters.");
        }
        if (chat.assist() != null) {
            return new AssistGuard(sop).tone(field, text);
        }
        List<Violation> violations = new ArrayList<>(MessageGuard.check(sop, text, context(chat)));
        if (!chat.standing().verified() && sop.verification().covers(text, marked())) {
            violations.add(CaseFile.unverified(field));
        }
        return violations;
    }

    private boolean marked() {
        return Boolean.TRUE.equals(accountSpecific);
    }

    private MessageContext context(Chat.Opened chat) {
        PersonalText customer = chat.identity().customer().name();
        return new MessageContext(
                field, customer == null ? null : customer.plain(), speaker, !chat.answered());
    }
}
