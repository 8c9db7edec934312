package io.chatkeeper.pipeline;

import io.chatkeeper.contract.Command;
import io.chatkeeper.contract.Recorded;
import java.util.List;
import java.util.function.Function;

/// A reaction to foreign events: event in, own commands out. Pure; the pipeline sends the commands
/// with ids that derive from (event id, policy name, n), so that a redelivery is recognised.
///
/// @param name stable, for it is part of those ids
/// @param topic the event topic it listens to
/// @param hurried whether somebody waits for what it does; if not, its events may gather for a
///   moment, which spares broker and service a round for each
public record Policy(
        String name,
        String topic,
        ActingAs actingAs,
        boolean hurried,
        Function<Recorded, List<? extends Command>> reaction) {
    /// In whose name a policy sends its commands.
    public enum ActingAs {
        /// The system acts by itself.
        SYSTEM,
        /// Whoever caused the event acts through the policy.
        ORIGINATOR
    }

    /// A policy by which the system acts.
    public static Policy ofSystem(
            String name, String topic, Function<Recorded, List<? extends Command>> reaction) {
        return new Policy(name, topic, ActingAs.SYSTEM, true, reaction);
    }

    /// A policy that carries on what somebody began.
    public static Policy onBehalf(
            String name, String topic, Function<Recorded, List<? extends Command>> reaction) {
        return new Policy(name, topic, ActingAs.ORIGINATOR, true, reaction);
    }

    /// The same policy, for whose effect nobody waits.
    public Policy unhurried() {
        return new Policy(name, topic, actingAs, false, reaction);
    }
}
