package io.chatkeeper.torture;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/// Somebody who takes part in a chat, and never lets a request go before its outcome is known.
final class Party {
    /// So many equal requests leave at once where somebody clicks too often.
    private static final int CLICKS = 3;

    private final Stage stage;
    private final String name;
    private final Supplier<String> token;

    private Party(Stage stage, String name, Supplier<String> token) {
        this.stage = stage;
        this.name = name;
        this.token = token;
    }

    static Party visitor(Stage stage, String token) {
        return new Party(stage, Asked.VISITOR, () -> token);
    }

    static Party agent(Stage stage, String user) {
        return new Party(stage, user, () -> stage.gateway().tokenOf(user));
    }

    /// Opens a chat; empty if there is no outcome in time.
    static Optional<Reply> opens(Stage stage) {
        String tag = stage.tag();
        Asked asked =
                stage.journal()
                        .asking(
                                new Asked(
                                        tag,
                                        "",
                                        Asked.VISITOR,
                                        Act.OPEN,
                                        "/chats",
                                        stage.uuid().toString(),
                                        Json.of(
                                                Map.of(
                                                        "site",
                                                        "loan",
                                                        "topic",
                                                        tag,
                                                        "message",
                                                        "First word of " + tag))));
        return stage.gateway().insist(asked, () -> "", stage.patience());
    }

    String token() {
        return token.get();
    }

    /// Writes a message down, to be sent by the caller.
    Asked message(String chatId) {
        String tag = stage.tag();
        return asking(
                chatId,
                Act.MESSAGE,
                "",
                tag,
                Map.of("text", "Line " + tag, "clientMessageId", tag));
    }

    Optional<Reply> says(String chatId) {
        return insist(message(chatId));
    }

    /// Sends one message several times at the same moment.
    Optional<Reply> saysInHaste(String chatId) {
        Asked asked = message(chatId);
        List<CompletableFuture<Optional<Reply>>> clicks =
                java.util.stream.IntStream.range(0, CLICKS)
                        .mapToObj(_ ->
                                CompletableFuture.supplyAsync(
                                        () -> insist(asked),
                                        task -> Thread.ofVirtual().start(task)))
                        .toList();
        return clicks.stream().map(CompletableFuture::join).toList().getFirst();
    }

    Optional<Reply> does(String chatId, Act act, String thing, Map<String, ?> body) {
        return insist(asking(chatId, act, thing, stage.tag(), body));
    }

    Optional<Reply> transfers(String chatId, String desk) {
        String tag = stage.tag();
        String context =
                "Customer asks about a pending application. Documents are in. Case " + tag + ".";
        return insist(
                asking(chatId, Act.TRANSFER, "", tag, Map.of("toDesk", desk, "context", context)));
    }

    Optional<Reply> insist(Asked asked) {
        return stage.gateway().insist(asked, token, stage.patience());
    }

    private Asked asking(String chatId, Act act, String thing, String tag, Map<String, ?> body) {
        String path = "/chats/" + chatId + "/" + act.path(thing);
        return stage.journal()
                .asking(
                        new Asked(
                                tag,
                                chatId,
                                name,
                                act,
                                path,
                                stage.uuid().toString(),
                                Json.of(body)));
    }
}
