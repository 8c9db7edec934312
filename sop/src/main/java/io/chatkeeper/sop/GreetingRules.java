package io.chatkeeper.sop;

/// How an agent says hello.
///
/// @param text the greeting that is proposed, with `{customer}` and `{agent}` (R16-R21)
public record GreetingRules(String text) {}
