package io.chatkeeper.contract;

import java.time.Duration;

/// How long the line waits for an agent whose console can't be seen any more.
///
/// @param lease how long the word of a gateway that sees the console holds
/// @param away after which time without a console the agent counts as away
/// @param giveBack after which time without one their chats go back to the line
public record Patience(Duration lease, Duration away, Duration giveBack) {
    public Patience {
        if (!lease.isPositive() || away.isNegative() || giveBack.compareTo(away) < 0) {
            throw new IllegalArgumentException("chats are given back after the agent is away");
        }
    }
}
