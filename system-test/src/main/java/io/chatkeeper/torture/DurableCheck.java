package io.chatkeeper.torture;

import java.util.stream.Stream;

/// P1: whatever was acknowledged is in the log, with the content that was sent and the ids that
/// were answered.
final class DurableCheck implements Check {
    @Override
    public Stream<Broken> of(Evidence evidence) {
        return evidence.exchanges().stream().flatMap(one -> lost(evidence, one));
    }

    private static Stream<Broken> lost(Evidence evidence, Exchange exchange) {
        return exchange.acknowledged().stream()
                .filter(reply ->
                        evidence.log(exchange.chatId()).stream()
                                .noneMatch(entry -> shows(entry, exchange.asked(), reply)))
                .map(reply ->
                        Broken.of(
                                Promise.P1,
                                exchange,
                                "%s was acknowledged as %s and is not in the log"
                                        .formatted(exchange.asked().act(), reply.body())));
    }

    private static boolean shows(Entry entry, Asked asked, Reply reply) {
        if (!entry.is(asked.act())) {
            return false;
        }
        return switch (asked.act()) {
            case OPEN -> entry.text("topic").equals(asked.tag());
            case MESSAGE ->
                    entry.text("messageId").equals(reply.text("messageId"))
                            && entry.sequence() == reply.body().path("sequence").asLong()
                            && entry.plain("text").equals(asked.text());
            case TRANSFER -> entry.text("transferId").equals(reply.text("transferId"));
            case NOTE -> entry.text("noteId").equals(reply.text("noteId"));
            case ACKNOWLEDGEMENT, WITHDRAWAL ->
                    asked.path().contains("/" + entry.text("transferId") + "/");
            case DEPARTURE, PROPOSAL, ANSWER, RESOLUTION, CLOSURE ->
                    entry.sequence() <= reply.body().path("sequence").asLong();
        };
    }
}
