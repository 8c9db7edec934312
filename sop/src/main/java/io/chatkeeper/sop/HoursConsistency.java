package io.chatkeeper.sop;

import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// Whether a chat that comes to a closed desk arrives somewhere: a way that names no desk twice
/// ends at one that never closes or takes messages.
final class HoursConsistency {
    private static final Set<String> PLACES = Set.of("opens", "time", "reference");

    private final FaultList faults;
    private final Map<String, Yaml.Entry> desks;
    private final Map<String, Duration> longest;

    /// @param longest by calendar, the longest time that fits into it
    HoursConsistency(FaultList faults, Yaml file, Map<String, Duration> longest) {
        this.faults = faults;
        this.desks = file.table("desks");
        this.longest = longest;
    }

    void check() {
        desks.forEach((id, desk) ->
                desk.value().at("closed").ifPresent(closed -> closed(id, desk.value(), closed)));
    }

    private void closed(String id, Yaml desk, Yaml closed) {
        String path = "desks." + id + ".closed";
        if (closed.at("elsewhere").isEmpty() && closed.at("leaveMessage").isEmpty()) {
            faults.add(closed, path, "Say where its chats go, or how a message is left.");
        }
        closed.at("elsewhere").ifPresent(to -> elsewhere(id, path + ".elsewhere", to));
        closed.at("leaveMessage").ifPresent(leave -> leaveMessage(path, desk, leave));
    }

    private void elsewhere(String id, String path, Yaml to) {
        String first = to.text().orElse("");
        if (!desks.containsKey(first)) {
            faults.add(
                    to,
                    path,
                    "There is no desk of that name." + Nearest.hint(first, desks.keySet()));
            return;
        }
        Set<String> way = new LinkedHashSet<>(Set.of(id));
        Optional<String> next = Optional.of(first);
        while (next.isPresent()) {
            if (!way.add(next.get())) {
                faults.add(to, path, "This leads back: " + String.join(", ", way) + ".");
                return;
            }
            next = closedAt(next.get()).flatMap(there -> there.text("elsewhere"));
        }
        if (way.size() > DeskHours.MOST_HOPS + 1) {
            faults.add(
                    to, path, "A chat is sent on " + DeskHours.MOST_HOPS + " times at the most.");
        }
    }

    private Optional<Yaml> closedAt(String desk) {
        return Optional.ofNullable(desks.get(desk)).flatMap(entry -> entry.value().at("closed"));
    }

    private void leaveMessage(String path, Yaml desk, Yaml leave) {
        leave.at("text").ifPresent(text -> places(path + ".leaveMessage.text", text));
        Optional<Duration> time = leave.text("followUp").flatMap(SopConsistency::duration);
        Optional<Duration> most = desk.text("calendar").map(longest::get);
        if (time.isPresent() && most.isPresent() && time.get().compareTo(most.get()) > 0) {
            faults.add(
                    leave,
                    path + ".leaveMessage.followUp",
                    "With this calendar the answer would take more than ten years.");
        }
    }

    private void places(String path, Yaml text) {
        Set<String> used = text.text().map(Placeholders::in).orElse(PLACES);
        for (String place : new TreeSet<>(used)) {
            if (!PLACES.contains(place)) {
                faults.add(text, path, "Nobody fills in {" + place + "}.");
            }
        }
        if (!used.contains("opens")) {
            faults.add(text, path, "The customer must be told {opens}.");
        }
    }
}
