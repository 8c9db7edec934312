package io.chatkeeper.routing.desk;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Who has been asked for a chat since it joined the line, and what they said.
///
/// @param before how often they had changed by then
/// @param declined who does not want it
/// @param silent who did not answer
/// @param now whose answer is awaited
/// @param offer the number of the offer that they answer
/// @param stage how far asking has come
record Asked(
        Map<String, Long> before,
        Set<String> declined,
        Set<String> silent,
        @Nullable String now,
        @Nullable Long offer,
        Stage stage) {
    static final Asked NOBODY = new Asked(Map.of(), Set.of(), Set.of(), null, null, Stage.IDLE);

    Asked {
        before = Map.copyOf(before);
        declined = Set.copyOf(declined);
        silent = Set.copyOf(silent);
    }

    enum Stage {
        /// Nobody's answer is awaited.
        IDLE,
        /// The agent's record answers at once.
        PROMPT,
        /// The agent's record will hold a slot while the person is asked.
        OPEN,
        /// It does.
        HELD
    }

    Asked asking(String agentId, long changes, @Nullable Long number, Stage next) {
        Map<String, Long> all = new HashMap<>(before);
        all.put(agentId, changes);
        return new Asked(all, declined, silent, agentId, number, next);
    }

    Asked held() {
        return new Asked(before, declined, silent, now, offer, Stage.HELD);
    }

    Asked answered() {
        return new Asked(before, declined, silent, null, null, Stage.IDLE);
    }

    Asked declinedBy(String agentId) {
        return new Asked(before, with(declined, agentId), silent, null, null, Stage.IDLE);
    }

    Asked unansweredBy(String agentId) {
        return new Asked(before, declined, with(silent, agentId), null, null, Stage.IDLE);
    }

    /// Whether an answer with this number is the one that is awaited: one that comes late may
    /// belong to a stay in the line before this one. Answers of before had no number.
    boolean isAnsweredBy(@Nullable Long number) {
        return number == null || number.equals(offer);
    }

    /// Who had no room is asked again only once something about them has changed.
    boolean asUnchanged(Member member) {
        return Objects.equals(before.get(member.agentId()), member.changes());
    }

    private static Set<String> with(Set<String> some, String one) {
        Set<String> all = new HashSet<>(some);
        all.add(one);
        return all;
    }
}
