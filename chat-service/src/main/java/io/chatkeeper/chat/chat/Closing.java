package io.chatkeeper.chat.chat;

import io.chatkeeper.chat.chat.ChatEvent.*;
import io.chatkeeper.contract.ChatCommand.AnswerResolution;
import io.chatkeeper.contract.ChatCommand.ResolveChat;
import io.chatkeeper.contract.Decision;
import io.chatkeeper.contract.PersonalText;
import io.chatkeeper.contract.Refusal;
import io.chatkeeper.contract.RefusalKind;
import io.chatkeeper.contract.Refused;
import io.chatkeeper.contract.Violation;
import io.chatkeeper.sop.NoteGuard;
import io.chatkeeper.sop.Sop;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The end of a chat: proposed, answered, summed up, noted, closed (R38, R51, R123, R124).
final class Closing {
    private static final int BEST_SCORE = 5;

    private Closing() {}

    static List<ChatEvent> propose(Chat.Opened chat, Decision by, Sop sop) throws Refused {
        Chat.Proposal asked = chat.proposal();
        if (asked != null && asked.answer() != Chat.Answer.TALKING) {
            throw Refused.conflict("proposed-already", "The customer has been asked already.");
        }
        return List.of(
                new ResolutionProposed(
                        chat.identity().chatId(),
                        sop.closing().question(),
                        by.at().plus(sop.closing().silence())));
    }

    static List<ChatEvent> answer(Chat.Opened chat, AnswerResolution answer) throws Refused {
        Chat.Proposal proposal = chat.proposal();
        if (proposal == null || proposal.answer() == Chat.Answer.CONFIRMED) {
            throw Refused.conflict("nothing-proposed", "There is no open question to answer.");
        }
        Integer score = answer.score();
        if (score != null && (score < 1 || score > BEST_SCORE)) {
            throw new Refused(
                    Refusal.of(
                            RefusalKind.MALFORMED,
                            "malformed",
                            "A score is a number from 1 to 5."));
        }
        String chatId = chat.identity().chatId();
        PersonalText comment = masked(answer.comment());
        return List.of(
                answer.resolved()
                        ? new ResolutionConfirmed(chatId, score, comment)
                        : new ResolutionRefused(chatId, comment));
    }

    static List<ChatEvent> resolve(Chat.Opened chat, ResolveChat resolve, Decision by, Sop sop)
            throws Refused {
        List<Violation> violations = new ArrayList<>();
        noteMissing(chat, sop, "resolve").ifPresent(violations::add);
        if (sop.closing().resolutionProposed() && !answered(chat, by)) {
            violations.add(
                    Violation.block(
                            "resolution-answered",
                            "R38",
                            null,
                            "Ask the customer whether this resolves it, and wait for the answer."));
        }
        if (sop.closing().summary() && resolve.summary().plain().isBlank()) {
            violations.add(
                    Violation.block(
                            "closing-summary",
                            "R123",
                            "summary",
                            "Sum up for the customer what was done and how it was resolved."));
        }
        if (!violations.isEmpty()) {
            throw Refused.violating(violations);
        }
        return List.of(
                new ChatResolved(chat.identity().chatId(), Conversation.masked(resolve.summary())));
    }

    static List<ChatEvent> close(Chat.Opened chat, Sop sop) throws Refused {
        Optional<Violation> missing = noteMissing(chat, sop, "close");
        if (missing.isPresent()) {
            throw Refused.violating(List.of(missing.get()));
        }
        Chat.Serving serving = chat.serving();
        return List.of(
                new ChatClosed(
                        chat.identity().chatId(),
                        serving == null ? null : serving.agentId(),
                        null,
                        chat.desk(),
                        "done"));
    }

    private static Optional<Violation> noteMissing(Chat.Opened chat, Sop sop, String act) {
        boolean needed = NoteGuard.noteRequired(sop, act, chat.handedOver(), false);
        return !needed || chat.noted()
                ? Optional.empty()
                : Optional.of(
                        Violation.block(
                                "note-required",
                                "R51",
                                null,
                                "Write a note first: what was asked, what you did, and what is"
                                        + " pending. A note from before the last hand-over does"
                                        + " not count."));
    }

    /// Answered with yes, or silent for as long as the SOP allows, or gone.
    private static boolean answered(Chat.Opened chat, Decision by) {
        Chat.Proposal proposal = chat.proposal();
        if (chat.visitorGone() || proposal == null) {
            return chat.visitorGone();
        }
        return switch (proposal.answer()) {
            case CONFIRMED -> true;
            case TALKING -> false;
            case OPEN -> !proposal.answeredAt().isAfter(by.at());
        };
    }

    private static @Nullable PersonalText masked(@Nullable PersonalText text) {
        return text == null ? null : Conversation.masked(text);
    }
}
