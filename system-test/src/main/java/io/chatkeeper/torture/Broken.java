package io.chatkeeper.torture;

/// A promise that was not kept.
///
/// @param chatId of the chat; empty if it is none's
/// @param key the idempotency key of the request; empty if it is none's
/// @param place where in log, topic or stream to look
record Broken(Promise promise, String chatId, String key, String what, String place) {
    static Broken of(Promise promise, Exchange exchange, String what) {
        return new Broken(
                promise, exchange.chatId(), exchange.asked().key(), what, "client journal");
    }

    static Broken of(Promise promise, Entry entry, String what) {
        return new Broken(promise, entry.chatId(), "", what, entry.place());
    }

    @Override
    public String toString() {
        return "%s broken: %s [chat=%s key=%s at=%s]".formatted(promise, what, chatId, key, place);
    }
}
