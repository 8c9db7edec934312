package io.chatkeeper.contract;

/// The part somebody plays in one chat. `LEAD` is every lead, supervisor and manager; `OWNER` is
/// whoever owes the customer a follow-up; `REQUESTER` is the agent who asks for help in an assist
/// chat.
public enum ChatPart {
    VISITOR,
    RESPONSIBLE,
    RECEIVER,
    LEAD,
    OWNER,
    REQUESTER,
    SYSTEM
}
