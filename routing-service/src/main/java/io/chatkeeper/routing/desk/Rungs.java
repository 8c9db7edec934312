package io.chatkeeper.routing.desk;

import io.chatkeeper.contract.AgentStatus;
import io.chatkeeper.contract.DeskCommand.SeekHelp;
import io.chatkeeper.routing.desk.DeskEvent.HelpFound;
import io.chatkeeper.routing.desk.DeskEvent.NobodyThere;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/// Who of a desk is asked to help with an escalation: somebody of that rank who is there, best one
/// who is free, then the one with the least to do. Helping takes no slot, for the agent who asked
/// keeps the chat.
final class Rungs {
    private static final Comparator<Member> BEST =
            Comparator.comparing((Member m) -> m.status() != AgentStatus.AVAILABLE)
                    .thenComparingInt(Member::load)
                    .thenComparing(Member::agentId);

    private Rungs() {}

    static DeskEvent sought(Desk desk, SeekHelp seek) {
        Member best = null;
        for (Member member : desk.members()) {
            if (mayHelp(member, seek) && (best == null || BEST.compare(member, best) < 0)) {
                best = member;
            }
        }
        return Optional.ofNullable(best)
                .<DeskEvent>map(member -> found(member, seek))
                .orElseGet(() ->
                        new NobodyThere(
                                seek.deskId(), seek.chatId(), seek.escalationId(), seek.lowest()));
    }

    private static boolean mayHelp(Member member, SeekHelp seek) {
        boolean there =
                switch (member.status()) {
                    case AVAILABLE, BUSY, WRAP_UP -> true;
                    case AWAY, OFFLINE -> false;
                };
        return there
                && member.profile().role().ranksAtLeast(seek.lowest())
                && !member.agentId().equals(seek.notAgent());
    }

    private static HelpFound found(Member member, SeekHelp seek) {
        String status = member.status().name().toLowerCase(Locale.ROOT).replace('_', '-');
        return new HelpFound(
                seek.deskId(),
                seek.chatId(),
                seek.escalationId(),
                member.agentId(),
                member.profile().name(),
                "%s, %d of %d".formatted(status, member.load(), member.capacity()));
    }
}
