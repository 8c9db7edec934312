package io.chatkeeper.chat.chat;

import io.chatkeeper.chat.chat.ChatEvent.ChatClassified;
import io.chatkeeper.chat.chat.ChatEvent.ComplaintRaised;
import io.chatkeeper.chat.chat.ChatEvent.CustomerVerified;
import io.chatkeeper.contract.ChatCommand.ClassifyChat;
import io.chatkeeper.contract.ChatCommand.VerifyCustomer;
import io.chatkeeper.contract.PersonalText;
import io.chatkeeper.contract.Refused;
import io.chatkeeper.contract.Violation;
import io.chatkeeper.sop.ClassificationRules;
import io.chatkeeper.sop.Sop;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Who the customer is and what it is about: identity, category, ticket fields (R23, R128, R137).
final class CaseFile {
    private CaseFile() {}

    static List<ChatEvent> verify(Chat.Opened chat, VerifyCustomer verify, Sop sop) throws Refused {
        if (chat.standing().verified()) {
            throw Refused.conflict("verified-already", "The customer's identity is verified.");
        }
        Verdict.onHard(sop.verification().checkMethod(verify.method()));
        return List.of(new CustomerVerified(verify.chatId(), verify.method()));
    }

    /// What is wrong with telling an unverified customer something of an account.
    static Violation unverified(String field) {
        return Violation.block(
                "identity-verified",
                "R137",
                field,
                "Verify the customer's identity before anything about the account is told or"
                        + " done.");
    }

    static List<ChatEvent> classify(Chat.Opened chat, ClassifyChat classify, Sop sop)
            throws Refused {
        ClassificationRules rules = sop.classification();
        List<Violation> violations =
                rules.check(classify.category(), classify.labels(), classify.fields().keySet());
        Verdict verdict = Verdict.on(classify, null, violations, classify.overrides());
        boolean complaint =
                chat.standing().complaint()
                        || Boolean.TRUE.equals(classify.complaint())
                        || rules.complaints().contains(classify.category());
        ChatClassified filed =
                new ChatClassified(
                        classify.chatId(),
                        classify.category(),
                        classify.labels(),
                        filledIn(classify.fields()),
                        complaint);
        return complaint && !chat.standing().complaint()
                ? verdict.beside(filed, new ComplaintRaised(classify.chatId(), filed.category()))
                : verdict.beside(filed);
    }

    private static Map<String, PersonalText> filledIn(Map<String, PersonalText> fields) {
        return fields.entrySet().stream()
                .filter(field -> !field.getValue().plain().isBlank())
                .collect(
                        Collectors.toUnmodifiableMap(
                                Map.Entry::getKey, field -> Conversation.masked(field.getValue())));
    }

    /// What the ticket lacks, so that the chat can't be closed (R23, R128).
    static List<Violation> unfiled(Chat.Opened chat, Sop sop) {
        ClassificationRules rules = sop.classification();
        if (!rules.beforeClosing()) {
            return List.of();
        }
        Standing.Filed filed = chat.standing().filed();
        if (filed == null) {
            return List.of(
                    Violation.block(
                            "category-required",
                            "R23",
                            "category",
                            "Say what the chat was about: classify it first."));
        }
        List<Violation> missing = new ArrayList<>();
        for (String field : rules.fields()) {
            if (!filed.fields().contains(field)) {
                missing.add(
                        Violation.block(
                                "ticket-fields",
                                "R128",
                                "fields." + field,
                                "Fill in the ticket field " + field + "."));
            }
        }
        return missing;
    }
}
