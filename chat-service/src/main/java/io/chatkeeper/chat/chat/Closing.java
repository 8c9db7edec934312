package io.chatkeeper.chat.chat;

import io.chatkeeper.chat.chat.ChatEvent.*;
import io.chatkeeper.contract.ChatCommand.AnswerResolution;
import io.chatkeeper.contract.ChatCommand.CloseChat;
import io.chatkeeper.contract.ChatCommand.ResolveChat;
import io.chatkeeper.contract.Decision;
import io.chatkeeper.contract.PersonalText;
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
        if (score != null) {
            Afterwards.checkScore(score);
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
        if (!resolve.summary().plain().isBlank()) {
            violations.addAll(Speech.of(chat, "summary", resolve.summary(), null).judge(chat, sop));
        } else if (sop.closing().summary()) {
            violations.add(
                    Violation.block(
                            "closing-summary",
                            "R123",
                            "summary",
                            "Sum up for the customer what was done and how it was resolved."));
        }
        return Verdict.on(resolve, null, violations, resolve.overrides())
                .beside(
                        new ChatResolved(
                                chat.identity().chatId(), Conversation.masked(resolve.summary())));
    }

    static List<ChatEvent> close(Chat.Opened chat, CloseChat close, Decision by, Sop sop)
            throws Refused {
        List<Violation> violations = new ArrayList<>();
        noteMissing(chat, sop, "close").ifPresent(violations::add);
        violations.addAll(FollowUps.unsettled(chat));
        violations.addAll(CaseFile.unfiled(chat, sop));
        Verdict verdict = Verdict.on(close, null, violations, close.overrides());
        Chat.Serving serving = chat.serving();
        List<ChatEvent> events =
                verdict.beside(
                        new ChatClosed(
                                chat.identity().chatId(),
                                serving == null ? null : serving.agentId(),
                                null,
                                chat.desk(),
                                "done"));
        FollowUps.afterService(chat, by, sop).ifPresent(events::addFirst);
        return events;
    }

    private static Optional<Violation> noteMissing(Chat.Opened chat, Sop sop, String act) {
        boolean needed =
                NoteGuard.noteRequired(sop, act, chat.handedOver(), chat.duties().promised());
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
