package io.chatkeeper.sop;

import io.chatkeeper.contract.OfferTerms;
import java.time.Duration;
import java.util.Optional;

/// How the chats of a desk come to its people.
///
/// @param terms of an offer, where people are asked
public record OfferRule(How how, OfferTerms terms) {
    /// The ways.
    public enum How {
        /// Whoever is chosen and has room is given the chat.
        ASSIGN,
        /// Whoever is chosen is asked, and the next one if there is no answer.
        PUSH,
        /// Nobody is chosen: people take chats from the line.
        PULL
    }

    /// Room is enough.
    public static final OfferRule ASSIGNED =
            new OfferRule(How.ASSIGN, new OfferTerms(Duration.ofSeconds(30), 3));

    /// How a person is asked; empty if nobody is.
    public Optional<OfferTerms> asking() {
        return how == How.PUSH ? Optional.of(terms) : Optional.empty();
    }
}
