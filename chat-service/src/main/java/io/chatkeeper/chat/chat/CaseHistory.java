package io.chatkeeper.chat.chat;

/// What the events about the customer's case do to the state of a chat.
final class CaseHistory {
    private CaseHistory() {}

    static Chat.Opened evolve(Chat.Opened chat, ChatEvent.OfCase event) {
        Standing standing = chat.standing();
        return switch (event) {
            case ChatEvent.CustomerVerified _ -> chat.with(standing.verifiedNow());
            case ChatEvent.ConductWarningGiven warned ->
                    chat.with(standing.warned(warned.number()));
            case ChatEvent.ComplaintRaised _ -> chat.with(standing.complaining());
            case ChatEvent.ChatClassified filed -> chat.with(standing.filedAs(filed(filed)));
            case ChatEvent.FollowUpPromised promised ->
                    chat.with(
                            chat.duties()
                                    .promising(
                                            new Duties.FollowUp(
                                                    promised.followUpId(),
                                                    promised.owner(),
                                                    promised.dueAt())));
            case ChatEvent.FollowUpCompleted done ->
                    chat.with(chat.duties().completed(done.followUpId()));
            case ChatEvent.CustomerUpdated _, ChatEvent.ChatRated _, ChatEvent.ConcernNoticed _ ->
                    chat;
        };
    }

    private static Standing.Filed filed(ChatEvent.ChatClassified filed) {
        return new Standing.Filed(
                filed.category(), filed.fields().keySet().stream().sorted().toList());
    }

    static Duties evolve(Duties duties, RecordEvent event) {
        return switch (event) {
            case RecordEvent.RecordDue due ->
                    duties.delivering(
                            new Duties.Delivery(
                                    due.recordId(),
                                    due.destination(),
                                    due.occasion(),
                                    due.attempt(),
                                    null,
                                    false));
            case RecordEvent.RecordDelivered delivered -> duties.delivered(delivered.recordId());
            case RecordEvent.RecordFailed failed ->
                    duties.delivery(failed.recordId())
                            .map(one -> duties.delivering(one.failed(failed.nextAt())))
                            .orElse(duties);
        };
    }

    static Duties evolve(Duties duties, ChatEvent.OfApproval event) {
        return switch (event) {
            case ChatEvent.ApprovalRequested asked ->
                    duties.asking(new Duties.Approval(asked.approvalId(), asked.action(), false));
            case ChatEvent.ApprovalGranted granted ->
                    duties.asking(
                            new Duties.Approval(granted.approvalId(), granted.action(), true));
            case ChatEvent.ApprovalDeclined declined -> duties.answered(declined.approvalId());
            case ChatEvent.ActionTaken taken -> duties.answered(taken.approvalId());
        };
    }
}
