package io.chatkeeper.routing.desk;

import io.chatkeeper.contract.AgentProfile;
import io.chatkeeper.contract.AgentStatus;

/// An agent as this desk knows them. What it knows may be old: the agent has the last word.
///
/// @param lastPlaced the number of the last chat that this desk placed with them; 0 for none
record Member(AgentProfile profile, AgentStatus status, int held, long lastPlaced) {
    String agentId() {
        return profile.agentId();
    }

    boolean isKnownAs(AgentProfile otherProfile, AgentStatus otherStatus, int otherHeld) {
        return profile.equals(otherProfile) && status == otherStatus && held == otherHeld;
    }

    Member placed(long number) {
        return new Member(profile, status, held, number);
    }
}
