package io.chatkeeper.routing.desk;

import io.chatkeeper.contract.PublicAgentEvent;
import io.chatkeeper.contract.Wants;
import io.chatkeeper.routing.desk.DeskEvent.*;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// What must be remembered of a desk in order to decide.
///
/// @param members by agent id
/// @param line who came first stands first
/// @param served whom the desk has given to whom
/// @param placed how many chats the desk has placed so far
/// @param changes how often a member has changed
/// @param hours whether it is open
/// @param offers how often somebody has been asked for a chat
record Desk(
        Tree<String, Member> members,
        Line line,
        Served served,
        long placed,
        long changes,
        Hours hours,
        long offers) {
    static final Desk EMPTY =
            new Desk(Tree.empty(), Line.EMPTY, Served.NOBODY, 0, 0, Hours.ALWAYS, 0);

    Optional<Waiting> waiting(String chatId) {
        return Optional.ofNullable(line.of(chatId));
    }

    /// The entry that awaits this agent's answer to this very question.
    Optional<Waiting> awaiting(
            String chatId, @Nullable String transferId, String agentId, @Nullable Long offer) {
        return waiting(chatId)
                .filter(entry -> entry.isFor(chatId, transferId))
                .filter(entry -> entry.awaits(agentId))
                .filter(entry -> entry.asked().isAnsweredBy(offer));
    }

    @Nullable Member member(String agentId) {
        return members.get(agentId);
    }

    static Desk evolve(Desk desk, DeskEvent event) {
        return switch (event) {
            case ChatQueued queued -> desk.joined(queued);
            case ChatOffered offer -> desk.counting().offered(offer);
            case AnswerAwaited asked -> desk.held(asked.chatId());
            case OfferDeclined no -> desk.declined(no);
            case OfferTimedOut none ->
                    desk.answered(none.chatId(), asked -> asked.unansweredBy(none.agentId()));
            case OfferWithdrawn gone -> desk.answered(gone.chatId(), Asked::answered);
            case ChatPlaced done -> desk.placed(done.chatId(), done.agentId());
            case ChatLeftLine left -> desk.left(left.chatId());
            case MemberNoted noted -> desk.noting(noted);
            case DeskHoursEvent turn -> desk.at(Hours.after(turn));
            case HelpFound _, NobodyThere _, OfSkill _ -> desk;
        };
    }

    private Desk counting() {
        return new Desk(members, line, served, placed, changes, hours, offers + 1);
    }

    private Desk joined(ChatQueued queued) {
        return in(
                line.joinedBy(
                        new Waiting(
                                line.next(),
                                queued.chatId(),
                                queued.transferId(),
                                queued.notAgent(),
                                queued.wants() == null ? Wants.NOTHING : queued.wants(),
                                Asked.NOBODY)));
    }

    private Desk offered(ChatOffered offer) {
        Waiting waiting = line.of(offer.chatId());
        Member member = members.get(offer.agentId());
        if (waiting == null || member == null) {
            return this;
        }
        Asked.Stage stage = offer.terms() == null ? Asked.Stage.PROMPT : Asked.Stage.OPEN;
        Asked asked =
                waiting.asked().asking(offer.agentId(), member.changes(), offer.offer(), stage);
        return in(line.with(waiting.with(asked))).changing(offer.agentId(), m -> m.offered(1));
    }

    /// From here on the agent counts the slot as held; it is not to be counted here as well.
    private Desk held(String chatId) {
        Waiting waiting = line.of(chatId);
        return waiting == null
                ? this
                : answered(waiting).in(line.with(waiting.with(waiting.asked().held())));
    }

    private Desk declined(OfferDeclined no) {
        return answered(
                no.chatId(),
                asked ->
                        no.reason().equals(PublicAgentEvent.HoldEnded.DECLINED)
                                ? asked.declinedBy(no.agentId())
                                : asked.answered());
    }

    private Desk answered(String chatId, UnaryOperator<Asked> answer) {
        Waiting waiting = line.of(chatId);
        return waiting == null
                ? this
                : answered(waiting).in(line.with(waiting.with(answer.apply(waiting.asked()))));
    }

    private Desk placed(String chatId, String agentId) {
        Waiting waiting = line.of(chatId);
        long number = placed + 1;
        Served now = waiting == null ? served : served.placed(waiting.wants(), agentId, number);
        Desk next = left(chatId).changing(agentId, m -> m.placed(number));
        return new Desk(next.members, next.line, now, number, changes, hours, offers);
    }

    private Desk left(String chatId) {
        Waiting waiting = line.of(chatId);
        return waiting == null ? this : answered(waiting).in(line.without(waiting));
    }

    /// Nobody's answer is awaited any more.
    private Desk answered(Waiting waiting) {
        String asked = waiting.askedNow();
        return asked == null || waiting.asked().stage() == Asked.Stage.HELD
                ? this
                : changing(asked, m -> m.offered(-1));
    }

    private Desk noting(MemberNoted noted) {
        String agentId = noted.profile().agentId();
        Member known = members.get(agentId);
        long change = changes + 1;
        Member member =
                known == null
                        ? new Member(noted.profile(), noted.status(), noted.held(), 0, 1, change, 0)
                        : known.noted(noted.profile(), noted.status(), noted.held(), change);
        return new Desk(members.with(agentId, member), line, served, placed, change, hours, offers);
    }

    private Desk changing(String agentId, UnaryOperator<Member> change) {
        Member member = members.get(agentId);
        return member == null
                ? this
                : new Desk(
                        members.with(agentId, change.apply(member)),
                        line,
                        served,
                        placed,
                        changes,
                        hours,
                        offers);
    }

    private Desk in(Line other) {
        return new Desk(members, other, served, placed, changes, hours, offers);
    }

    private Desk at(Hours now) {
        return new Desk(members, line, served, placed, changes, now, offers);
    }
}
