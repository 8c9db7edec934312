package io.chatkeeper.sop;

import org.jspecify.annotations.Nullable;

/// What is known about a message to a customer, besides its words.
///
/// @param field where the words stand in the request, for findings
/// @param customerName as the customer has told it; null if it is not known
/// @param agentName of the agent who writes
/// @param firstOfAgent whether no agent has written to this customer before
public record MessageContext(
        String field,
        @Nullable String customerName,
        @Nullable String agentName,
        boolean firstOfAgent) {}
