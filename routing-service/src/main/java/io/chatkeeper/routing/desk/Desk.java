package io.chatkeeper.routing.desk;

import io.chatkeeper.contract.Wants;
import io.chatkeeper.routing.desk.DeskEvent.*;
import java.util.Map;
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
record Desk(
        Tree<String, Member> members,
        Line line,
        Served served,
        long placed,
        long changes,
        Hours hours) {
    static final Desk EMPTY = new Desk(Tree.empty(), Line.EMPTY, Served.NOBODY, 0, 0, Hours.ALWAYS);

    Optional<Waiting> waiting(String chatId) {
        return Optional.ofNullable(line.of(chatId));
    }

    /// The entry that awaits this agent's answer to this very question.
    Optional<Waiting> awaiting(String chatId, @Nullable String transferId, String agentId) {
        return waiting(chatId)
                .filter(entry -> entry.isFor(chatId, transferId))
                .filter(entry -> entry.awaits(agentId));
    }

    @Nullable Member member(String agentId) {
        return members.get(agentId);
    }

    static Desk evolve(Desk desk, DeskEvent event) {
        return switch (event) {
            case ChatQueued queued -> desk.joined(queued);
            case ChatOffered offer -> desk.offered(offer.chatId(), offer.agentId());
            case OfferDeclined no -> desk.declined(no.chatId());
            case ChatPlaced done -> desk.placed(done.chatId(), done.agentId());
            case ChatLeftLine left -> desk.left(left.chatId());
            case MemberNoted noted -> desk.noting(noted);
            case DeskHoursEvent turn -> desk.at(Hours.after(turn));
            case HelpFound _, NobodyThere _, OfSkill _ -> desk;
        };
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
                                Map.of(),
                                null)));
    }

    private Desk offered(String chatId, String agentId) {
        Waiting waiting = line.of(chatId);
        Member member = members.get(agentId);
        if (waiting == null || member == null) {
            return this;
        }
        return in(line.with(waiting.offeredTo(agentId, member.changes())))
                .changing(agentId, m -> m.offered(1));
    }

    private Desk declined(String chatId) {
        Waiting waiting = line.of(chatId);
        return waiting == null ? this : answered(waiting).in(line.with(waiting.declined()));
    }

    private Desk placed(String chatId, String agentId) {
        Waiting waiting = line.of(chatId);
        long number = placed + 1;
        Served now = waiting == null ? served : served.placed(waiting.wants(), agentId, number);
        Desk next = left(chatId).changing(agentId, m -> m.placed(number));
        return new Desk(next.members, next.line, now, number, changes, hours);
    }

    private Desk left(String chatId) {
        Waiting waiting = line.of(chatId);
        return waiting == null ? this : answered(waiting).in(line.without(waiting));
    }

    /// Nobody's answer is awaited any more.
    private Desk answered(Waiting waiting) {
        String asked = waiting.askedNow();
        return asked == null ? this : changing(asked, m -> m.offered(-1));
    }

    private Desk noting(MemberNoted noted) {
        String agentId = noted.profile().agentId();
        Member known = members.get(agentId);
        long change = changes + 1;
        Member member =
                known == null
                        ? new Member(noted.profile(), noted.status(), noted.held(), 0, 1, change, 0)
                        : known.noted(noted.profile(), noted.status(), noted.held(), change);
        return new Desk(members.with(agentId, member), line, served, placed, change, hours);
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
                        hours);
    }

    private Desk in(Line other) {
        return new Desk(members, other, served, placed, changes, hours);
    }

    private Desk at(Hours now) {
        return new Desk(members, line, served, placed, changes, now);
    }
}
