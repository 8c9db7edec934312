package io.chatkeeper.routing.desk;

/// What a desk has said of a transfer to a skill. Stored for ever: add cases, never rename one.
public sealed interface DeskSkillEvent extends DeskEvent.OfSkill {
    /// Nobody of the desk has the skill: the transfer did not join the line.
    record NobodySkilled(String deskId, String chatId, String transferId, String skill)
            implements DeskSkillEvent {}
}
