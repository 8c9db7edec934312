package io.chatkeeper.torture;

import java.util.stream.Stream;

/// P6: a request whose every outcome was a refusal has left nothing in the log.
final class TraceCheck implements Check {
    @Override
    public Stream<Broken> of(Evidence evidence) {
        return evidence.exchanges().stream()
                .filter(Exchange::refused)
                .flatMap(one ->
                        evidence.log(one.chatId()).stream()
                                .filter(entry -> isOf(entry, one.asked()))
                                .map(entry ->
                                        new Broken(
                                                Promise.P6,
                                                one.chatId(),
                                                one.asked().key(),
                                                "was refused and is in the log all the same",
                                                entry.place())));
    }

    private static boolean isOf(Entry entry, Asked asked) {
        return switch (asked.act()) {
            case MESSAGE ->
                    entry.is(Act.MESSAGE) && entry.text("clientMessageId").equals(asked.tag());
            case TRANSFER -> entry.is(Act.TRANSFER) && entry.plain("context").contains(asked.tag());
            case OPEN -> entry.is(Act.OPEN) && entry.text("topic").equals(asked.tag());
            case DEPARTURE,
                    ACKNOWLEDGEMENT,
                    WITHDRAWAL,
                    NOTE,
                    PROPOSAL,
                    ANSWER,
                    RESOLUTION,
                    CLOSURE ->
                    false; // Their events carry nothing of the request.
        };
    }
}
