package io.chatkeeper.contract;

import java.time.Instant;

/// The circumstances under which a command is decided: everything that is not state.
///
/// @param at the decision time, which is the broker's timestamp of the command record
/// @param actor who sent the command
/// @param commandId unique id of the command; ids that a decision mints derive from it
public record Decision(Instant at, Actor actor, String commandId) {}
