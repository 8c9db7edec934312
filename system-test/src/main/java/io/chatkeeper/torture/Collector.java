package io.chatkeeper.torture;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;

/// Collects the evidence once the faults are over: waits until everything has arrived everywhere,
/// and then takes it as it is. What never arrives is found by the oracle.
final class Collector {
    private static final String LEAD = "morgan";
    private static final Duration DRAIN_LIMIT = Duration.ofSeconds(90);
    private static final int PAGE = 500;
    private static final int ASKED_AGAIN = 150;

    private final Stage stage;
    private final Watchers watchers;
    private final String kafka;
    private final Set<String> earlier;

    /// @param earlier chats of other rounds, which are not judged again
    Collector(Stage stage, Watchers watchers, String kafka, Set<String> earlier) {
        this.stage = stage;
        this.watchers = watchers;
        this.kafka = kafka;
        this.earlier = earlier;
    }

    Evidence collect(Poisoner poisoner, List<Broken> noticed) {
        askAgain();
        try (TopicReader topics = new TopicReader(kafka)) {
            Set<String> chats = chats(topics);
            Deadline deadline = Deadline.in(DRAIN_LIMIT);
            chats.forEach(chat -> awaitArrival(chat, poisoner.parked(), deadline));
            List<String> poisons = poisoner.names();
            deadline.await(() -> !topics.dead(poisons).containsValue(0));
            return new Evidence(
                    stage.journal().exchanges(),
                    each(chats, this::log),
                    ofThisRound(topics.chatEvents()),
                    each(chats, this::document),
                    watchers.streams().stream().map(LiveStream::watched).toList(),
                    topics.dead(poisons),
                    poisoner.parked(),
                    List.copyOf(noticed));
        }
    }

    /// Who got an answer gets the same one again. Spread over the whole run.
    private void askAgain() {
        List<Exchange> told =
                stage.journal().exchanges().stream()
                        .filter(one -> one.acknowledged().isPresent())
                        .toList();
        int step = Math.max(1, told.size() / ASKED_AGAIN);
        Map<String, String> visitors = visitorTokens(told);
        for (int i = 0; i < told.size(); i += step) {
            Exchange one = told.get(i);
            String sender = one.asked().sender();
            Supplier<String> token =
                    sender.equals(Asked.VISITOR)
                            ? () -> visitors.getOrDefault(one.chatId(), "")
                            : () -> stage.gateway().tokenOf(sender);
            stage.gateway().insist(one.asked(), token, stage.patience());
        }
    }

    private static Map<String, String> visitorTokens(List<Exchange> told) {
        Map<String, String> tokens = new LinkedHashMap<>();
        told.stream()
                .filter(one -> one.asked().act() == Act.OPEN)
                .forEach(one ->
                        tokens.put(
                                one.chatId(),
                                one.acknowledged().orElseThrow().text("visitorToken")));
        return tokens;
    }

    /// Those that clients know of, and those that nobody was ever told of.
    private Set<String> chats(TopicReader topics) {
        Set<String> chats = new LinkedHashSet<>();
        stage.journal().exchanges().forEach(one -> chats.add(one.chatId()));
        chats.addAll(topics.chatEvents().keySet());
        chats.remove("");
        chats.removeAll(earlier);
        return chats;
    }

    private Map<String, List<Entry>> ofThisRound(Map<String, List<Entry>> all) {
        all.keySet().removeAll(earlier);
        return all;
    }

    private void awaitArrival(String chat, List<String> parked, Deadline deadline) {
        deadline.await(() -> {
            List<Entry> log = log(chat);
            if (log.isEmpty()) {
                return false;
            }
            long last = log.getLast().sequence();
            boolean shown =
                    watchers.streams().stream()
                            .filter(stream -> stream.watched().chatId().isEmpty())
                            .allMatch(stream -> stream.isThrough(chat, last));
            return shown && (parked.contains(chat) || isSettled(document(chat), last));
        });
    }

    /// The document has the last event, and no clock of a closed chat goes on.
    private static boolean isSettled(JsonNode document, long last) {
        boolean runs =
                document.path("clocks").toString().contains("\"running\"")
                        && document.path("state").asString("").equals("closed");
        return document.path("sequence").asLong() == last && !runs;
    }

    private JsonNode document(String chat) {
        return stage.gateway().get("/chats/" + chat, LEAD).orElseGet(() -> Json.of(Map.of()));
    }

    private List<Entry> log(String chat) {
        List<Entry> log = new ArrayList<>();
        while (true) {
            long after = log.isEmpty() ? 0 : log.getLast().sequence();
            Optional<JsonNode> page =
                    stage.gateway().get("/chats/" + chat + "/events?after=" + after, LEAD);
            int before = log.size();
            page.ifPresent(one ->
                    one.path("items")
                            .forEach(row ->
                                    log.add(
                                            Entry.of(
                                                    chat,
                                                    row,
                                                    "log "
                                                            + chat
                                                            + "@"
                                                            + row.path("sequence").asLong()))));
            if (log.size() - before < PAGE) {
                return List.copyOf(log);
            }
        }
    }

    private static <T> Map<String, T> each(
            Set<String> chats, java.util.function.Function<String, T> read) {
        Map<String, T> all = new LinkedHashMap<>();
        chats.forEach(chat -> all.put(chat, read.apply(chat)));
        return all;
    }
}
