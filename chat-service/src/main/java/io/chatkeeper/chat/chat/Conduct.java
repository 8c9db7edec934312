package io.chatkeeper.chat.chat;

import io.chatkeeper.chat.chat.ChatEvent.ConductWarningGiven;
import io.chatkeeper.chat.chat.ChatEvent.MessagePosted;
import io.chatkeeper.contract.ChatCommand.GiveConductWarning;
import io.chatkeeper.contract.Decision;
import io.chatkeeper.contract.PersonalText;
import io.chatkeeper.contract.Refused;
import io.chatkeeper.contract.Role;
import io.chatkeeper.contract.Violation;
import io.chatkeeper.sop.AbuseRules;
import io.chatkeeper.sop.Sop;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The ladder for a customer who is abusive: the procedure's own words, so many times, and then
/// somebody higher (R55, R79, R98). Nobody but the agent decides that a customer is abusive.
final class Conduct {
    /// The trigger of an escalation that rests on warnings.
    static final String ABUSE = "abuse";

    private Conduct() {}

    static List<ChatEvent> warn(Chat.Opened chat, GiveConductWarning warn, Decision by, Sop sop)
            throws Refused {
        AbuseRules rules = sop.abuse();
        int number = chat.standing().warnings() + 1;
        if (number > rules.warnings()) {
            Verdict.onHard(
                    List.of(
                            Violation.block(
                                    "conduct-warnings",
                                    "R98",
                                    null,
                                    "The customer has been warned %d times. Escalate to a %s now."
                                            .formatted(rules.warnings(), rules.next()))));
        }
        return List.of(
                new ConductWarningGiven(warn.chatId(), warn.warningId(), number, rules.warnings()),
                new MessagePosted(
                        warn.chatId(),
                        "message-" + by.commandId(),
                        null,
                        Conversation.responsible(chat),
                        PersonalText.of(rules.phrase()),
                        Conversation.silentUntil(chat, by, sop)));
    }

    /// What keeps a chat from being escalated for abuse: warnings that have not been given (R98).
    static Optional<Violation> warningsLeft(Chat.Opened chat, Sop sop) {
        int left = sop.abuse().warnings() - chat.standing().warnings();
        return left <= 0
                ? Optional.empty()
                : Optional.of(
                        Violation.block(
                                        "abuse-warnings",
                                        "R98",
                                        "trigger",
                                        "Warn the customer first; %d of %d warnings are left."
                                                .formatted(left, sop.abuse().warnings()))
                                .suggesting(sop.abuse().phrase()));
    }

    /// Abuse goes to whom the procedure names, or higher (R98).
    static Optional<Violation> tooLow(@Nullable Role to, Sop sop) {
        return to == null || to.ranksAtLeast(sop.abuse().then())
                ? Optional.empty()
                : Optional.of(
                        Violation.block(
                                "abuse-ladder",
                                "R98",
                                "to",
                                "Escalate abuse to a %s.".formatted(sop.abuse().next())));
    }
}
