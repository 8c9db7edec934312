package io.chatkeeper.torture;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// P2: a request has at most one effect, whoever asks again gets the first answer, and nothing
/// happens that nobody asked for.
final class OnceCheck implements Check {
    /// A token is made anew each time and says so in its own time stamps.
    private static final String MADE_ANEW = "visitorToken";

    @Override
    public Stream<Broken> of(Evidence evidence) {
        Map<String, List<Exchange>> byChat = evidence.exchangesByChat();
        return Stream.concat(
                evidence.exchanges().stream().flatMap(OnceCheck::otherAnswers),
                evidence.logs().entrySet().stream()
                        .flatMap(log ->
                                effects(
                                        log.getValue(),
                                        byChat.getOrDefault(log.getKey(), List.of()),
                                        evidence.exchanges())));
    }

    private static Stream<Broken> otherAnswers(Exchange exchange) {
        // As JSON: the order of an object's fields says nothing.
        Set<JsonNode> answers =
                exchange.replies().stream()
                        .filter(Reply::accepted)
                        .map(reply -> withoutToken(reply.body()))
                        .collect(Collectors.toSet());
        return answers.size() <= 1
                ? Stream.empty()
                : Stream.of(
                        Broken.of(Promise.P2, exchange, "one request, other answers: " + answers));
    }

    private static JsonNode withoutToken(JsonNode body) {
        return body instanceof ObjectNode object ? object.deepCopy().without(MADE_ANEW) : body;
    }

    private static Stream<Broken> effects(
            List<Entry> log, List<Exchange> exchanges, List<Exchange> all) {
        return Stream.of(
                        doubled(log, "message-posted", entry -> entry.text("messageId")),
                        doubled(log, "message-posted", entry -> entry.text("clientMessageId")),
                        doubled(log, "opened", Entry::chatId),
                        doubled(log, "closed", Entry::chatId),
                        doubled(log, "transfer-requested", entry -> entry.text("transferId")),
                        doubled(log, "transfer-requested", entry -> entry.plain("context")),
                        doubled(log, "transfer-acknowledged", entry -> entry.text("transferId")),
                        doubled(log, "noted", entry -> entry.text("noteId")),
                        invented(log, exchanges, all))
                .flatMap(Function.identity());
    }

    private static Stream<Broken> doubled(
            List<Entry> log, String type, Function<Entry, String> identity) {
        Map<String, Entry> first = new HashMap<>();
        return log.stream()
                .filter(entry -> entry.type().equals(type))
                .filter(entry -> !identity.apply(entry).isEmpty())
                .filter(entry -> first.putIfAbsent(identity.apply(entry), entry) != null)
                .map(entry ->
                        Broken.of(
                                Promise.P2,
                                entry,
                                "%s a second time: %s, first %s"
                                        .formatted(
                                                type,
                                                identity.apply(entry),
                                                first.get(identity.apply(entry)).place())));
    }

    private static Stream<Broken> invented(
            List<Entry> log, List<Exchange> exchanges, List<Exchange> all) {
        Set<String> texts = all.stream().map(one -> one.asked().text()).collect(Collectors.toSet());
        Set<String> tags = all.stream().map(one -> one.asked().tag()).collect(Collectors.toSet());
        Stream<Broken> words =
                log.stream()
                        .filter(entry -> !entry.sender().equals("system"))
                        .filter(entry ->
                                entry.is(Act.MESSAGE) && !texts.contains(entry.plain("text"))
                                        || entry.is(Act.OPEN)
                                                && !tags.contains(entry.text("topic")))
                        .map(entry -> Broken.of(Promise.P2, entry, "nobody asked for " + entry));
        return Stream.concat(
                words, Stream.of(Act.values()).flatMap(act -> tooMany(act, log, exchanges)));
    }

    private static Stream<Broken> tooMany(Act act, List<Entry> log, List<Exchange> exchanges) {
        if (act == Act.OPEN || act == Act.MESSAGE) {
            return Stream.empty(); // These are known one by one.
        }
        List<Entry> happened =
                log.stream()
                        .filter(entry -> entry.is(act))
                        .filter(entry ->
                                !act.isAlsoTheSystems() || !entry.sender().equals("system"))
                        .toList();
        long asked = exchanges.stream().filter(one -> one.asked().act() == act).count();
        boolean byDeparture = act == Act.CLOSURE && asked == 0;
        return happened.size() <= asked || byDeparture
                ? Stream.empty()
                : Stream.of(
                        Broken.of(
                                Promise.P2,
                                happened.getLast(),
                                "%d times asked, %d times done: %s"
                                        .formatted(asked, happened.size(), act)));
    }
}
