package io.chatkeeper.chat.chat;

import io.chatkeeper.chat.chat.ChatEvent.CustomerUpdated;
import io.chatkeeper.chat.chat.ChatEvent.FollowUpCompleted;
import io.chatkeeper.chat.chat.ChatEvent.FollowUpPromised;
import io.chatkeeper.chat.chat.ChatEvent.MessagePosted;
import io.chatkeeper.contract.ActorKind;
import io.chatkeeper.contract.Author;
import io.chatkeeper.contract.ChatCommand.CompleteFollowUp;
import io.chatkeeper.contract.ChatCommand.PromiseFollowUp;
import io.chatkeeper.contract.ChatCommand.SendCustomerUpdate;
import io.chatkeeper.contract.Decision;
import io.chatkeeper.contract.PersonalText;
import io.chatkeeper.contract.Refused;
import io.chatkeeper.contract.Violation;
import io.chatkeeper.sop.Sop;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What was promised to the customer, until it is done; it may outlive the chat (R33, R130-R132).
final class FollowUps {
    private static final Duration LONGEST_PROMISE = Duration.ofDays(366);

    private FollowUps() {}

    /// Owner and time may come later, but the chat is not closed before (see [#unsettled]).
    static List<ChatEvent> promise(Chat.Opened chat, PromiseFollowUp promise, Decision by)
            throws Refused {
        if (promise.what().plain().isBlank()) {
            throw Verdict.malformed("Say what the customer was promised.");
        }
        boolean isNew = chat.duties().followUp(promise.followUpId()).isEmpty();
        if (isNew && chat.duties().open().size() >= Duties.MOST) {
            throw Refused.conflict(
                    "too-many-follow-ups", "Complete one of the open follow-ups first.");
        }
        Verdict.onHard(untimely(promise, by));
        return List.of(
                new FollowUpPromised(
                        promise.chatId(),
                        promise.followUpId(),
                        Conversation.masked(promise.what()),
                        promise.owner(),
                        promise.dueAt()));
    }

    private static List<Violation> untimely(PromiseFollowUp promise, Decision by) {
        boolean timely =
                promise.dueAt() == null
                        || promise.dueAt().isAfter(by.at())
                                && promise.dueAt().isBefore(by.at().plus(LONGEST_PROMISE));
        return timely
                ? List.of()
                : List.of(
                        Violation.block(
                                "follow-up-due",
                                "R33",
                                "dueAt",
                                "Promise a time that is to come, within a year."));
    }

    static List<ChatEvent> complete(Chat.Opened chat, CompleteFollowUp done, Decision by)
            throws Refused {
        Duties.FollowUp owed =
                chat.duties()
                        .followUp(done.followUpId())
                        .orElseThrow(() ->
                                Refused.conflict(
                                        "no-open-follow-up",
                                        "There is no open follow-up of that id."));
        if (!mayComplete(chat, owed, by)) {
            throw Refused.conflict("not-yours", "Another agent has promised this.");
        }
        PersonalText outcome = done.outcome();
        return List.of(
                new FollowUpCompleted(
                        done.chatId(),
                        done.followUpId(),
                        by.actor().id(),
                        outcome == null ? null : Conversation.masked(outcome)));
    }

    private static boolean mayComplete(Chat.Opened chat, Duties.FollowUp owed, Decision by) {
        String agent = by.actor().id();
        return agent.equals(owed.owner())
                || chat.isServedBy(agent)
                || by.actor().role() != null && by.actor().role().leads();
    }

    /// Follow-ups over which no chat is closed: nobody is named, or no time (R130).
    static List<Violation> unsettled(Chat.Opened chat) {
        List<Violation> violations = new ArrayList<>();
        List<Duties.FollowUp> open = chat.duties().open();
        if (open.stream().anyMatch(one -> one.owner() == null)) {
            violations.add(missing("follow-up-owner", "owner", "Say who does it."));
        }
        if (open.stream().anyMatch(one -> one.dueAt() == null)) {
            violations.add(missing("follow-up-due", "dueAt", "Say by when it is done."));
        }
        return violations;
    }

    private static Violation missing(String rule, String field, String what) {
        return Violation.block(
                rule, "R130", field, "Something was promised to the customer. " + what);
    }

    /// Who was served is asked afterwards how it went, where the procedure says so (R54, R131).
    static Optional<ChatEvent> afterService(Chat.Opened chat, Decision by, Sop sop) {
        Duration within = sop.followUps().afterService();
        Chat.Serving serving = chat.serving();
        if (within == null || serving == null || chat.duties().open().size() >= Duties.MOST) {
            return Optional.empty();
        }
        return Optional.of(
                new FollowUpPromised(
                        chat.identity().chatId(),
                        "follow-up-" + by.commandId(),
                        PersonalText.of(sop.followUps().afterServiceText()),
                        serving.agentId(),
                        by.at().plus(within)));
    }

    /// Tells the customer how things stand. Whoever owes them an answer may, so that a lead needn't
    /// take a chat over in order to keep the time (R39, R50, R53).
    static List<ChatEvent> update(Chat.Opened chat, SendCustomerUpdate update, Decision by, Sop sop)
            throws Refused {
        if (update.text().plain().isBlank()) {
            throw Verdict.malformed("Tell the customer how things stand.");
        }
        Speech speech =
                new Speech("text", update.text(), update.agentName(), update.accountSpecific());
        Verdict verdict =
                Verdict.on(update, update.updateId(), speech.judge(chat, sop), update.overrides());
        String messageId = "message-" + by.commandId();
        String agent = by.actor().id();
        return verdict.beside(
                new MessagePosted(
                        update.chatId(),
                        messageId,
                        null,
                        new Author(ActorKind.AGENT, agent, update.agentName()),
                        Conversation.masked(update.text()),
                        Conversation.silentUntil(chat, by, sop)),
                new CustomerUpdated(update.chatId(), update.updateId(), messageId, agent));
    }
}
