package io.chatkeeper.torture;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/// P7: no clock has fired before its time, none runs on after its chat was closed, and what a
/// breach did was done once.
final class ClockCheck implements Check {
    private static final List<String> RUNNING = List.of("running", "paused");

    @Override
    public Stream<Broken> of(Evidence evidence) {
        return Stream.concat(
                evidence.documents().entrySet().stream()
                        .filter(chat -> !evidence.parked().contains(chat.getKey()))
                        .flatMap(chat ->
                                StreamSupport.stream(
                                                chat.getValue().path("clocks").spliterator(), false)
                                        .flatMap(clock ->
                                                wrong(chat.getKey(), chat.getValue(), clock))),
                evidence.logs().values().stream().flatMap(ClockCheck::escalatedAgain));
    }

    private static Stream<Broken> wrong(String chatId, JsonNode chat, JsonNode clock) {
        String state = clock.path("state").asString("");
        boolean over = chat.path("state").asString("").equals("closed");
        if (over && RUNNING.contains(state)) {
            return Stream.of(broken(chatId, clock, "runs on although the chat is closed"));
        }
        String due = clock.path("breachAt").asString("");
        String at = clock.path("breachedAt").asString("");
        boolean early =
                !due.isEmpty() && !at.isEmpty() && Instant.parse(at).isBefore(Instant.parse(due));
        return early
                ? Stream.of(broken(chatId, clock, "breached before its time"))
                : Stream.empty();
    }

    private static Broken broken(String chatId, JsonNode clock, String what) {
        return new Broken(Promise.P7, chatId, "", "a clock " + what, clock.toString());
    }

    private static Stream<Broken> escalatedAgain(List<Entry> log) {
        return log.stream()
                .filter(entry ->
                        entry.type().equals("escalated") && entry.sender().equals("system"))
                .filter(entry ->
                        log.stream()
                                .anyMatch(other ->
                                        other.sequence() < entry.sequence()
                                                && other.type().equals("escalated")
                                                && other.sender().equals("system")
                                                && other.text("trigger")
                                                        .equals(entry.text("trigger"))
                                                && other.text("transferId")
                                                        .equals(entry.text("transferId"))))
                .map(entry -> Broken.of(Promise.P7, entry, "the system escalated a second time"));
    }
}
