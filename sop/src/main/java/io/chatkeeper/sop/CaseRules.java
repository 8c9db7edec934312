package io.chatkeeper.sop;

import java.util.Map;
import java.util.Set;

/// The rules about the customer's case: who they are, what it is about, what is promised and done.
///
/// @param actions what may be done to a customer's account, by name; none is allowed besides
/// @param recordedViolations rules, by their ids or by the requirements they serve, whose refusal
///   becomes an event (P6)
/// @param records which chats are written into other systems
public record CaseRules(
        AbuseRules abuse,
        VerificationRules verification,
        ClassificationRules classification,
        FollowUpRules followUps,
        Map<String, ActionRule> actions,
        Set<String> recordedViolations,
        RecordRules records) {
    /// Keeps the file's order and lets nobody change what was read.
    public CaseRules {
        actions = Ordered.copy(actions);
        recordedViolations = Ordered.copy(recordedViolations);
    }
}
