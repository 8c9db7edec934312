package io.chatkeeper.routing.desk;

import io.chatkeeper.contract.AgentProfile;
import io.chatkeeper.contract.AgentStatus;

/// An agent as this desk knows them. What it knows may be old: the agent has the last word.
///
/// @param offers how many of the desk's offers they have not answered
/// @param changes how often anything about them has changed
/// @param idleFrom the number of the change of the desk since which they have had less to do
/// @param lastPlaced the number of the last chat that this desk placed with them; 0 for none
record Member(
        AgentProfile profile,
        AgentStatus status,
        int held,
        int offers,
        long changes,
        long idleFrom,
        long lastPlaced) {
    String agentId() {
        return profile.agentId();
    }

    /// Slots held and offers still open: one slot is not offered twice.
    int load() {
        return held + offers;
    }

    int capacity() {
        return profile.capacity();
    }

    boolean isKnownAs(AgentProfile otherProfile, AgentStatus otherStatus, int otherHeld) {
        return profile.equals(otherProfile) && status == otherStatus && held == otherHeld;
    }

    Member noted(AgentProfile newProfile, AgentStatus newStatus, int newHeld, long change) {
        boolean freer =
                newHeld < held
                        || (newStatus == AgentStatus.AVAILABLE && status != AgentStatus.AVAILABLE);
        return new Member(
                newProfile,
                newStatus,
                newHeld,
                offers,
                changes + 1,
                freer ? change : idleFrom,
                lastPlaced);
    }

    Member offered(int more) {
        return new Member(profile, status, held, offers + more, changes, idleFrom, lastPlaced);
    }

    Member placed(long number) {
        return new Member(profile, status, held, offers, changes, idleFrom, number);
    }
}
