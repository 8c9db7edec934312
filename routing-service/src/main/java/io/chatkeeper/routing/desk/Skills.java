package io.chatkeeper.routing.desk;

import io.chatkeeper.contract.DeskCommand.QueueChat;
import io.chatkeeper.contract.Wants;
import io.chatkeeper.routing.desk.DeskSkillEvent.NobodySkilled;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Who of a desk has a skill.
final class Skills {
    private Skills() {}

    /// Whether anybody of the desk has it, available or not.
    ///
    /// @param notAgent who does not count
    static boolean known(Desk desk, String skill, @Nullable String notAgent) {
        for (Member member : desk.members()) {
            if (member.profile().skills().contains(skill) && !member.agentId().equals(notAgent)) {
                return true;
            }
        }
        return false;
    }

    /// The answer to a transfer to a skill that nobody of the desk has; empty for any other.
    static Optional<DeskEvent> missing(Desk desk, QueueChat queue) {
        Wants wants = queue.wants();
        String skill = wants == null || !wants.needsSkill() ? null : wants.skill();
        return skill == null || queue.transferId() == null || known(desk, skill, queue.notAgent())
                ? Optional.empty()
                : Optional.of(
                        new NobodySkilled(
                                queue.deskId(), queue.chatId(), queue.transferId(), skill));
    }
}
