package io.chatkeeper.contract;

/// What a desk says of a transfer to a skill.
public sealed interface PublicDeskSkillEvent extends PublicDeskEvent.OfSkill {
    /// Nobody of this desk has the skill, besides whoever hands the chat over: it did not join the
    /// line.
    record NobodySkilled(String deskId, String chatId, String transferId, String skill)
            implements PublicDeskSkillEvent {}
}
