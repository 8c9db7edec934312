package io.chatkeeper.simulation;

import java.util.List;
import java.util.Map;
import java.util.Set;

/// What one run came to.
///
/// @param complaints promises that were broken; none in a good run
/// @param crashes the points at which a process was killed by plan
/// @param reached the points that were reached, and how often
/// @param states the different pictures of the house in which something went wrong
/// @param jumps of machines' clocks
/// @param lags of sla-service behind what it listens to
/// @param digest the same for the same run
public record Report(
        long seed,
        List<String> complaints,
        Set<String> crashes,
        Map<String, Integer> reached,
        Set<String> states,
        long deaths,
        long jumps,
        long lags,
        long steps,
        long digest) {
    static Report of(long seed, House house, List<String> complaints) {
        return new Report(
                seed,
                List.copyOf(complaints),
                house.faults().crashes(),
                house.faults().reached(),
                house.states(),
                house.deaths(),
                house.drift().jumped(),
                house.drift().lagged(),
                house.scheduler().steps(),
                house.scheduler().digest());
    }
}
