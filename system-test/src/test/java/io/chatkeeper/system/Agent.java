package io.chatkeeper.system;

import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/// An agent at the console, without the console.
final class Agent {
    private final Http http;
    private final String token;

    private Agent(Http http, String token) {
        this.http = http;
        this.token = token;
    }

    static Agent signsIn(Http http, String user) {
        return new Agent(http, http.signIn(user));
    }

    /// Says what they are doing. An agent who was defined a moment ago may still be on the way.
    Agent is(String status) {
        Wait.until(
                "a profile",
                () -> http.put("/me/status", token, Map.of("status", status)),
                answer -> answer.status() == 200);
        return this;
    }

    String token() {
        return token;
    }

    LiveStream stream() {
        return new LiveStream(http, "/me/stream", token);
    }

    Answer act(String chatId, String act, Object body) {
        return http.post("/chats/" + chatId + "/" + act, token, body);
    }

    Answer says(String chatId, String text) {
        return act(chatId, "messages", Map.of("text", text)).with(201);
    }

    JsonNode chat(String chatId) {
        return http.get("/chats/" + chatId, token).with(200).body();
    }

    JsonNode get(String path) {
        return http.get(path, token).with(200).body();
    }

    Optional<JsonNode> inboxRow(String chatId) {
        JsonNode rows = http.get("/me/inbox", token).with(200).body().path("items");
        return StreamSupport.stream(rows.spliterator(), false)
                .filter(row -> row.path("chatId").asString("").equals(chatId))
                .findFirst();
    }

    /// The row of a chat, once it has come.
    JsonNode awaits(String chatId) {
        return Wait.until("the chat in the inbox", () -> inboxRow(chatId), Optional::isPresent)
                .orElseThrow();
    }
}
