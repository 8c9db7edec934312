package io.chatkeeper.sop;

import static io.chatkeeper.contract.Occurrence.CLOSED;
import static io.chatkeeper.contract.Occurrence.FOLLOW_UP_PROMISED;
import static io.chatkeeper.contract.Occurrence.TAKEN_OVER;
import static io.chatkeeper.contract.Occurrence.TRANSFERRED;
import static io.chatkeeper.contract.Occurrence.TRANSFER_ENDED;
import static io.chatkeeper.sop.SopBuilder.flag;
import static io.chatkeeper.sop.SopBuilder.maybeTime;
import static io.chatkeeper.sop.SopBuilder.text;

import io.chatkeeper.contract.ClockAction;
import io.chatkeeper.contract.Occurrence;
import io.chatkeeper.contract.Role;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// Makes the clocks of a file that has been checked.
final class ClockBuilder {
    private ClockBuilder() {}

    /// @param desksClose whether a desk of the file opens and closes by its calendar
    static ClockRule clock(String name, Yaml clock, boolean desksClose) {
        Set<Occurrence> start = occurrences(clock, "start");
        Set<Occurrence> stop = occurrences(clock, "stop");
        boolean perTransfer = start.contains(TRANSFERRED);
        boolean perFollowUp = start.contains(FOLLOW_UP_PROMISED);
        return new ClockRule(
                name,
                clock.text("label").orElse(spoken(name)),
                text(clock, "requirement"),
                clock.text("source").orElse(null),
                start,
                stop,
                cancel(clock, stop, perTransfer, perFollowUp),
                occurrences(clock, "pause"),
                occurrences(clock, "resume"),
                maybeTime(clock, "warn"),
                Duration.parse(text(clock, "breach")),
                text(clock, "calendar"),
                clock.items("onWarn").map(ClockBuilder::action).toList(),
                clock.items("onBreach").map(ClockBuilder::action).toList(),
                perTransfer,
                flag(clock, "again", false),
                perFollowUp,
                hours(clock, desksClose),
                clock.at("repeat").map(ClockBuilder::repeat).orElse(null));
    }

    private static ClockRule.Hours hours(Yaml clock, boolean desksClose) {
        return clock.text("deskCalendar")
                .map(flag ->
                        Boolean.parseBoolean(flag) ? ClockRule.Hours.DESK : ClockRule.Hours.OWN)
                .orElse(desksClose ? ClockRule.Hours.CLOSING_DESK : ClockRule.Hours.OWN);
    }

    private static Set<Occurrence> occurrences(Yaml clock, String key) {
        return clock.texts(key).stream()
                .map(word -> SopShape.constant(Occurrence.class, word))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /// A promise outlives the chat it was given in.
    private static Set<Occurrence> cancel(
            Yaml clock, Set<Occurrence> stop, boolean perTransfer, boolean perFollowUp) {
        if (clock.at("cancel").isPresent()) {
            return occurrences(clock, "cancel");
        }
        if (perFollowUp) {
            return Set.of();
        }
        List<Occurrence> usual =
                perTransfer ? List.of(TRANSFER_ENDED, TAKEN_OVER, CLOSED) : List.of(CLOSED);
        Set<Occurrence> cancel = new LinkedHashSet<>(usual);
        cancel.removeAll(stop);
        return cancel;
    }

    private static String spoken(String name) {
        String words = name.replace('-', ' ');
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    private static ClockRule.Repeat repeat(Yaml repeat) {
        return new ClockRule.Repeat(
                Duration.parse(text(repeat, "every")), Integer.parseInt(text(repeat, "most")));
    }

    private static ClockAction action(Yaml action) {
        if (action.at("notify").isPresent()) {
            return new ClockAction.Notify(text(action, "notify"));
        }
        if (action.at("reassign").isPresent()) {
            return new ClockAction.Reassign(text(action, "reassign"));
        }
        Yaml inform = action.at("inform").orElse(new Yaml.Table(1, 1, Map.of()));
        if (action.at("escalate").isEmpty()) {
            return new ClockAction.Inform(text(inform, "message").strip());
        }
        boolean up = text(action, "escalate").equals(SopShape.NEXT);
        return new ClockAction.Escalate(
                up ? null : SopShape.constant(Role.class, text(action, "escalate")),
                maybeTime(inform, "timeline"),
                inform.text("contact").orElse(null),
                up ? Boolean.TRUE : null);
    }
}
