package io.chatkeeper.sop;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What a text is for: each kind is judged by rules of its own.
public enum TextKind {
    NOTE,
    CUSTOMER_MESSAGE,
    /// An agent's first message to a customer.
    GREETING,
    /// A line in a chat with a lead.
    ASSIST_REQUEST,
    /// A request to a lead in one of the SOP's forms.
    TEMPLATE;

    /// The kind of that name, as it goes over the wire: `customer_message`.
    public static Optional<TextKind> of(String name) {
        return Arrays.stream(values())
                .filter(kind -> kind.name().toLowerCase(Locale.ROOT).equals(name))
                .findFirst();
    }
}
