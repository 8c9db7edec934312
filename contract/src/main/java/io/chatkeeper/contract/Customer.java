package io.chatkeeper.contract;

import org.jspecify.annotations.Nullable;

/// Who the visitor says they are; `verified` is true only for an identity the site's backend signed
/// (R137).
public record Customer(
        @Nullable PersonalText name,
        @Nullable PersonalText email,
        @Nullable String externalId,
        boolean verified) {
    /// A visitor who told nothing.
    public static Customer unknown() {
        return new Customer(null, null, null, false);
    }
}
