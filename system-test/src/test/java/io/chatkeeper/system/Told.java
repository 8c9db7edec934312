package io.chatkeeper.system;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/// What the views of a house tell a lead: each chat with its log, and all promises.
final class Told {
    private static final Duration QUIET = Duration.ofSeconds(1);

    private static final Set<String> RUNS = Set.of("running", "warned", "paused");

    private final Http http;
    private final Agent lead;
    private final Iterable<String> chats;
    private final String report;

    /// @param days of which promises are reported, as a query
    Told(Http http, Iterable<String> chats, String days) {
        this.http = http;
        this.lead = Agent.signsIn(http, "morgan");
        this.chats = chats;
        this.report = "/reports/clocks" + days + "&format=csv";
    }

    /// Everything by its address, once nothing more comes to it and this chat's clocks stand. A
    /// chat with a clock that runs is left out: time goes on for it, whether a house stands or not.
    Map<String, String> settled(String chat) {
        return Wait.until(
                "the views to be quiet",
                () -> {
                    Map<String, String> before = now();
                    Wait.aMoment(QUIET);
                    return before.equals(now()) ? before : Map.of();
                },
                seen -> seen.containsKey(chat));
    }

    private Map<String, String> now() {
        Map<String, String> told = new LinkedHashMap<>();
        boolean allStand = true;
        for (String chat : chats) {
            JsonNode view = lead.chat(chat);
            if (runs(view)) {
                allStand = false;
            } else {
                told.put(chat, view.toString());
                told.put(chat + "/events", lead.get("/chats/" + chat + "/events").toString());
            }
        }
        if (allStand) {
            told.put(report, http.get(report, lead.token()).with(200).raw());
        }
        return told;
    }

    private static boolean runs(JsonNode chat) {
        return chat.path("clocks").findValuesAsString("state").stream().anyMatch(RUNS::contains);
    }
}
