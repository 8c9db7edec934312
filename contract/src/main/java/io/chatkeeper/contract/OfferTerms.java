package io.chatkeeper.contract;

import java.time.Duration;

/// How a person is asked to take a chat.
///
/// @param answerWithin how long the slot is held for their answer
/// @param silences after how many offers in a row without an answer they count as away
public record OfferTerms(Duration answerWithin, int silences) {}
