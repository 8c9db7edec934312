package io.chatkeeper.sop;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// What is promised to a customer without anybody having to think of it.
///
/// @param afterService within what time a served customer is asked how it went (R54, R131); null if
///   the procedure does not ask for that
/// @param afterServiceText what then has to be done, for the agent who owes it
public record FollowUpRules(@Nullable Duration afterService, String afterServiceText) {}
