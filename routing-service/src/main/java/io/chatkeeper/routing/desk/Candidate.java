package io.chatkeeper.routing.desk;

/// Somebody who could take a chat now.
///
/// @param load slots held and offers still open
/// @param lastPlaced the number of the last chat that this desk placed with them; 0 for none
record Candidate(String agentId, int load, int capacity, long lastPlaced) {}
