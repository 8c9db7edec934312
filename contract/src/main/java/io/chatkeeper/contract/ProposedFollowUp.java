package io.chatkeeper.contract;

import java.time.Instant;

/// A dated promise that a note seems to make (R132); it counts once an agent confirms it.
///
/// @param what the sentence that says so
/// @param start where it begins in the note, in UTF-16 units
/// @param end where it has ended
public record ProposedFollowUp(PersonalText what, Instant dueAt, int start, int end) {}
