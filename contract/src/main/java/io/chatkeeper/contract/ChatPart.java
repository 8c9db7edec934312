package io.chatkeeper.contract;

/// The part somebody plays in one chat. `LEAD` is every lead, supervisor and manager.
public enum ChatPart {
    VISITOR,
    RESPONSIBLE,
    RECEIVER,
    LEAD,
    SYSTEM
}
