package io.chatkeeper.gateway.commands;

import io.chatkeeper.contract.ChatCommand;
import io.chatkeeper.contract.Reply;
import io.chatkeeper.gateway.identity.Caller;
import io.chatkeeper.gateway.protection.Ids;
import io.chatkeeper.gateway.protection.Problem;
import io.chatkeeper.gateway.queries.ChatReads;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import reactor.core.publisher.Mono;

/// Writes on one chat. Whether the caller may act is decided in the chat; whether the caller may
/// even know of it decides between "not yours" and "not found".
public final class ChatWrites {
    private final Writes writes;
    private final ChatReads reads;

    public ChatWrites(Writes writes, ChatReads reads) {
        this.writes = writes;
        this.reads = reads;
    }

    Mono<Reply> send(
            Caller caller,
            String chatId,
            String act,
            @Nullable String key,
            Function<String, ChatCommand> command) {
        if (!Ids.isPlain(chatId)
                || caller instanceof Caller.Visitor visitor && !visitor.chatId().equals(chatId)) {
            return Mono.error(Problem.notFound());
        }
        return writes.send(caller, "POST /chats/" + chatId + "/" + act, key, command::apply)
                .onErrorResume(Problem.class, problem -> hiding(caller, chatId, problem));
    }

    Mono<Reply> send(
            Caller.Agent caller, String chatId, String act, @Nullable String key, Form form) {
        return send(caller, chatId, act, key, id -> form.command(chatId, id, caller));
    }

    /// A refusal must not tell an agent of another desk that the chat exists.
    private Mono<Reply> hiding(Caller caller, String chatId, Problem problem) {
        if (problem.code().equals("unknown-chat")) {
            return Mono.error(Problem.notFound());
        }
        boolean telling =
                problem.status() == HttpStatus.CONFLICT
                        || problem.status() == HttpStatus.UNPROCESSABLE_CONTENT;
        return caller instanceof Caller.Agent && telling
                ? reads.visible(caller, chatId, 0).then(Mono.error(problem))
                : Mono.error(problem);
    }
}
