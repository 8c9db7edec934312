package io.chatkeeper.sop;

import static io.chatkeeper.contract.Occurrence.CLOSED;
import static io.chatkeeper.contract.Occurrence.ESCALATED;
import static io.chatkeeper.contract.Occurrence.FOLLOW_UP_COMPLETED;
import static io.chatkeeper.contract.Occurrence.FOLLOW_UP_PROMISED;
import static io.chatkeeper.contract.Occurrence.OPENED;
import static io.chatkeeper.contract.Occurrence.REOPENED;
import static io.chatkeeper.contract.Occurrence.TRANSFERRED;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Whether a clock can be met at all, and whether its parts fit together.
final class ClockConsistency {
    private static final Set<String> AFTER_THE_END =
            Set.of(SopShape.word(FOLLOW_UP_COMPLETED), SopShape.word(REOPENED));

    private final FaultList faults;
    private final String path;
    private final Yaml clock;

    ClockConsistency(FaultList faults, String path, Yaml clock) {
        this.faults = faults;
        this.path = path;
        this.clock = clock;
    }

    void check() {
        starts();
        stops();
        cancels();
        pauses();
        limits();
        repeats();
        clock.items("onWarn").forEach(action -> action(action, path + ".onWarn"));
        clock.items("onBreach").forEach(action -> action(action, path + ".onBreach"));
    }

    private void starts() {
        List<String> start = clock.texts("start");
        boolean perTransfer = start.contains(SopShape.word(TRANSFERRED));
        boolean perFollowUp = start.contains(SopShape.word(FOLLOW_UP_PROMISED));
        if (perFollowUp && start.size() > 1) {
            fault("start", "A clock that starts with a promise starts with nothing else.");
        }
        if (perFollowUp && clock.at("again").isPresent()) {
            fault("again", "Each promise has a clock of its own anyway; leave this out.");
        }
        if (perTransfer && start.size() > 1) {
            fault("start", "A clock that starts with a transfer starts with nothing else.");
        }
        if (perTransfer && clock.at("again").isPresent()) {
            fault("again", "Each transfer has a clock of its own anyway; leave this out.");
        }
    }

    /// Nothing comes before `opened`, and after `closed` only what may outlive a chat; what starts
    /// a clock does not stop it.
    private void stops() {
        List<String> start = clock.texts("start");
        List<String> stop = clock.texts("stop");
        boolean neverStarts =
                start.stream().allMatch(SopShape.word(CLOSED)::equals)
                        && stop.stream().noneMatch(AFTER_THE_END::contains);
        boolean neverStops =
                stop.stream().allMatch(s -> start.contains(s) || s.equals(SopShape.word(OPENED)));
        if (!start.isEmpty() && !stop.isEmpty() && (neverStarts || neverStops)) {
            fault("stop", "This clock cannot stop: none of this comes after its start.");
        }
    }

    private void cancels() {
        List<String> cancel = clock.texts("cancel");
        if (cancel.contains(SopShape.word(ESCALATED))) {
            fault("cancel", "An escalation must not cancel a clock.");
        }
        if (cancel.stream().anyMatch(clock.texts("stop")::contains)) {
            fault("cancel", "What stops a clock can't cancel it too.");
        }
    }

    private void pauses() {
        List<String> pause = clock.texts("pause");
        List<String> resume = clock.texts("resume");
        if (clock.at("pause").isPresent() != clock.at("resume").isPresent()) {
            fault("pause", "What pauses a clock and what resumes it belong together.");
        }
        if (pause.stream().anyMatch(resume::contains)) {
            fault("resume", "What pauses a clock can't resume it too.");
        }
        if (Stream.of("stop", "cancel")
                .flatMap(key -> clock.texts(key).stream())
                .anyMatch(word -> pause.contains(word) || resume.contains(word))) {
            fault("pause", "What ends a clock can't pause or resume it too.");
        }
    }

    private void limits() {
        Optional<Duration> warn = clock.text("warn").flatMap(SopConsistency::duration);
        Optional<Duration> breach = clock.text("breach").flatMap(SopConsistency::duration);
        if (warn.isPresent() && breach.isPresent() && warn.get().compareTo(breach.get()) >= 0) {
            fault("warn", "The warning must come before the breach.");
        }
        if (warn.isEmpty() && clock.at("onWarn").isPresent() && clock.at("warn").isEmpty()) {
            fault("onWarn", "This clock never warns; add warn or leave onWarn out.");
        }
    }

    private void repeats() {
        if (clock.at("repeat").isPresent() && clock.items("onBreach").findAny().isEmpty()) {
            fault("repeat", "There is nothing to repeat; add onBreach or leave repeat out.");
        }
    }

    private void action(Yaml action, String where) {
        if (!(action instanceof Yaml.Table)) {
            return; // Told already.
        }
        boolean escalate = action.at("escalate").isPresent();
        Optional<Yaml> inform = action.at("inform");
        long kinds =
                Stream.of("notify", "escalate", "reassign")
                        .filter(kind -> action.at(kind).isPresent())
                        .count();
        if (kinds > 1 || kinds == 0 && inform.isEmpty()) {
            faults.add(action, where, "An action is one of notify, inform, reassign and escalate.");
        } else if (inform.isPresent() && kinds == 1 && !escalate) {
            faults.add(action, where, "Inform the customer in an action of its own.");
        } else {
            inform.ifPresent(words -> inform(words, escalate, where + ".inform"));
        }
        if (action.at("reassign").isPresent()
                && !clock.texts("start").contains(SopShape.word(TRANSFERRED))) {
            faults.add(action, where, "Only a transfer can be reassigned; see what starts this.");
        }
    }

    /// An escalation has its own words for the customer, which name a time and a contact.
    private void inform(Yaml inform, boolean escalate, String where) {
        Optional<Yaml> message = inform.at("message");
        if (escalate && message.isPresent()) {
            faults.add(inform, where, "An escalation tells escalation.message; leave this out.");
        } else if (!escalate
                && (message.isEmpty()
                        || inform.at("timeline").isPresent()
                        || inform.at("contact").isPresent())) {
            faults.add(inform, where, "Give the message to the customer, and nothing else.");
        }
        message.flatMap(Yaml::text).stream()
                .flatMap(text -> Placeholders.in(text).stream())
                .filter(place -> !place.equals("reference"))
                .forEach(place -> faults.add(inform, where, "Nobody fills in {" + place + "}."));
    }

    private void fault(String key, String message) {
        faults.add(clock.at(key).orElse(clock), path + "." + key, message);
    }
}
