package io.chatkeeper.sop;

import java.time.Duration;

/// When a chat counts as left.
///
/// @param visitorSilence a visitor silent this long after the agent's last word counts as gone
public record IdleRules(Duration visitorSilence) {}
