package io.chatkeeper.torture;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.node.JsonNodeFactory;

/// P5: the chat document is the fold of the chat's log. The view of a parked chat stands still, and
/// is the fold of the log as far as it goes.
final class FoldCheck implements Check {
    @Override
    public Stream<Broken> of(Evidence evidence) {
        return evidence.logs().entrySet().stream()
                .filter(log -> log.getValue().stream().anyMatch(entry -> entry.is(Act.OPEN)))
                .flatMap(log -> differing(evidence, log));
    }

    private static Stream<Broken> differing(
            Evidence evidence, Map.Entry<String, List<Entry>> chat) {
        var document =
                evidence.documents()
                        .getOrDefault(chat.getKey(), JsonNodeFactory.instance.objectNode());
        long reached =
                evidence.parked().contains(chat.getKey())
                        ? document.path("sequence").asLong()
                        : Long.MAX_VALUE;
        List<Entry> log =
                chat.getValue().stream().filter(entry -> entry.sequence() <= reached).toList();
        String expected = Fold.of(log).toString();
        String told = Fold.told(document);
        return expected.equals(told)
                ? Stream.empty()
                : Stream.of(
                        new Broken(
                                Promise.P5,
                                chat.getKey(),
                                "",
                                "the document says " + told + ", the log says " + expected,
                                "GET /chats/" + chat.getKey()));
    }
}
