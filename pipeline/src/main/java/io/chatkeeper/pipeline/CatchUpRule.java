package io.chatkeeper.pipeline;

import java.util.function.UnaryOperator;

/// Before a wake-up rings, everything on this topic that was there when it became due must have
/// been turned into commands: a stop that happened in time is then in the lane before the alarm
/// (P7).
///
/// @param topic the foreign event topic
/// @param sourceKey the stream on that topic that the woken stream depends on
public record CatchUpRule(String topic, UnaryOperator<String> sourceKey) {}
