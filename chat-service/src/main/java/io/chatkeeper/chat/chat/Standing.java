package io.chatkeeper.chat.chat;

import io.chatkeeper.contract.Role;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What has become known of the customer and of the case.
///
/// @param verified whether the customer's identity was proved, by the site or by an agent (R137)
/// @param complaint whether it is a complaint; it stays one (R134)
/// @param warnings how often the customer was asked to stay civil (R98)
/// @param escalatedTo the rung of the ladder that was reached; null for none (R92)
/// @param ladder how the escalations stand (R99, R100)
/// @param filed what the chat was classified as; null for nothing yet (R128)
record Standing(
        boolean verified,
        boolean complaint,
        int warnings,
        @Nullable Role escalatedTo,
        Ladder ladder,
        @Nullable Filed filed) {

    /// A category and the ticket fields that are filled in.
    record Filed(String category, List<String> fields) {}

    static Standing of(boolean verified) {
        return new Standing(verified, false, 0, null, Ladder.NONE, null);
    }

    Standing verifiedNow() {
        return new Standing(true, complaint, warnings, escalatedTo, ladder, filed);
    }

    Standing complaining() {
        return new Standing(verified, true, warnings, escalatedTo, ladder, filed);
    }

    Standing warned(int number) {
        return new Standing(verified, complaint, number, escalatedTo, ladder, filed);
    }

    Standing escalated(Role to) {
        return new Standing(verified, complaint, warnings, to, ladder, filed);
    }

    Standing with(Ladder next) {
        return new Standing(verified, complaint, warnings, escalatedTo, next, filed);
    }

    Standing filedAs(Filed next) {
        return new Standing(verified, complaint, warnings, escalatedTo, ladder, next);
    }
}
