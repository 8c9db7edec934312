package io.chatkeeper.routing.desk;

import io.chatkeeper.routing.desk.DeskEvent.*;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// What must be remembered of a desk in order to decide.
///
/// @param members by agent id
/// @param line who came first stands first
/// @param placed how many chats the desk has placed so far
record Desk(Map<String, Member> members, List<Waiting> line, long placed) {
    static final Desk EMPTY = new Desk(Map.of(), List.of(), 0);

    Optional<Waiting> waiting(String chatId) {
        return line.stream().filter(entry -> entry.chatId().equals(chatId)).findFirst();
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
            case ChatOffered offer ->
                    desk.changing(offer.chatId(), w -> w.offeredTo(offer.agentId()));
            case OfferDeclined no -> desk.changing(no.chatId(), Waiting::declined);
            case ChatPlaced done -> desk.left(done.chatId()).counted(done.agentId());
            case ChatLeftLine left -> desk.left(left.chatId());
            case MemberNoted noted -> desk.noting(noted);
        };
    }

    private Desk joined(ChatQueued queued) {
        List<Waiting> longer = new ArrayList<>(line);
        longer.add(
                new Waiting(
                        queued.chatId(), queued.transferId(), queued.notAgent(), Set.of(), null));
        return new Desk(members, List.copyOf(longer), placed);
    }

    private Desk changing(String chatId, UnaryOperator<Waiting> change) {
        return new Desk(
                members,
                line.stream().map(w -> w.chatId().equals(chatId) ? change.apply(w) : w).toList(),
                placed);
    }

    private Desk left(String chatId) {
        return new Desk(
                members, line.stream().filter(w -> !w.chatId().equals(chatId)).toList(), placed);
    }

    private Desk counted(String agentId) {
        Member member = members.get(agentId);
        return new Desk(
                member == null ? members : with(member.placed(placed + 1)), line, placed + 1);
    }

    private Desk noting(MemberNoted noted) {
        String agentId = noted.profile().agentId();
        Member known = members.get(agentId);
        Member member =
                new Member(
                        noted.profile(),
                        noted.status(),
                        noted.held(),
                        known == null ? 0 : known.lastPlaced());
        return new Desk(
                with(member), line.stream().map(w -> w.forgetting(agentId)).toList(), placed);
    }

    private Map<String, Member> with(Member member) {
        Map<String, Member> all = new TreeMap<>(members);
        all.put(member.agentId(), member);
        return Collections.unmodifiableMap(all);
    }
}
