package io.chatkeeper.sop;

import io.chatkeeper.contract.Role;

/// How an agent answers abuse: the procedure's own words, so many times, then somebody higher (R55,
/// R79, R98).
///
/// @param warnings how many warnings come before the escalation
/// @param then whom it is escalated to
/// @param phrase what the customer is told as a warning
public record AbuseRules(int warnings, Role then, String phrase) {
    /// Whom it is escalated to, in the file's word.
    public String next() {
        return SopShape.word(then);
    }
}
