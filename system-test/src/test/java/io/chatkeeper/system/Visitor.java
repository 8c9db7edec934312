package io.chatkeeper.system;

import java.util.Map;
import java.util.UUID;

/// A visitor with one chat.
final class Visitor {
    private final Http http;
    private final String chatId;
    private final String reference;
    private final String token;

    private Visitor(Http http, String chatId, String reference, String token) {
        this.http = http;
        this.chatId = chatId;
        this.reference = reference;
        this.token = token;
    }

    private Visitor(Http http, Answer opened) {
        this(http, opened.text("chatId"), opened.text("reference"), opened.text("visitorToken"));
    }

    /// The same person, with the same token, at another door.
    Visitor at(Http door) {
        return new Visitor(door, chatId, reference, token);
    }

    static Visitor opens(Http http, String site, String name, String message) {
        return new Visitor(
                http,
                http.post(
                                "/chats",
                                null,
                                Map.of(
                                        "site",
                                        site,
                                        "customer",
                                        Map.of("name", name),
                                        "message",
                                        message),
                                UUID.randomUUID().toString())
                        .with(201));
    }

    String chatId() {
        return chatId;
    }

    String reference() {
        return reference;
    }

    String token() {
        return token;
    }

    LiveStream stream() {
        return new LiveStream(http, "/chats/" + chatId + "/stream", token);
    }

    Answer act(String act, Object body) {
        return http.post("/chats/" + chatId + "/" + act, token, body);
    }

    Answer chat() {
        return http.get("/chats/" + chatId, token).with(200);
    }
}
