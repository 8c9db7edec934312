package io.chatkeeper.gateway.streams;

import io.chatkeeper.contract.Patience;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How agents are known to be there, and what follows when they are not.
///
/// @param lease how long the word of a gateway that is killed still holds
/// @param silence how long a console that has answered heartbeats may be silent
/// @param awayAfter how long nobody may see a console before its agent counts as away
/// @param giveBackAfter after which time the agent's chats go back to the line
/// @param lookEvery how often consoles are looked after
@ConfigurationProperties("chatkeeper.presence")
public record PresenceSettings(
        @DefaultValue("10m") Duration lease,
        @DefaultValue("45s") Duration silence,
        @DefaultValue("60s") Duration awayAfter,
        @DefaultValue("5m") Duration giveBackAfter,
        @DefaultValue("1s") Duration lookEvery) {
    /// What the agents' records are told of it.
    public Patience patience() {
        return new Patience(lease, awayAfter, giveBackAfter);
    }
}
