package io.chatkeeper.gateway.queries;

import io.chatkeeper.gateway.identity.Caller;
import io.chatkeeper.gateway.protection.Problem;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import tools.jackson.databind.node.ObjectNode;

/// Reads of one chat, checked against the chat itself: a visitor sees the own one, an agent what
/// desk or assignment allows, leads and auditors all. Everything else is not there.
public final class ChatReads {
    private final ReadModels models;

    public ChatReads(ReadModels models) {
        this.models = models;
    }

    /// The chat document as far as the caller may see it.
    public Mono<ObjectNode> document(
            Caller caller, String chatId, long minSequence, @Nullable Integer messagesBefore) {
        return visible(caller, chatId, minSequence, messagesBefore)
                .map(chat -> caller instanceof Caller.Visitor ? VisitorPart.of(chat) : chat);
    }

    /// The whole document, if the caller may know of it; otherwise a [Problem] 404.
    public Mono<ObjectNode> visible(Caller caller, String chatId, long minSequence) {
        return visible(caller, chatId, minSequence, null);
    }

    private Mono<ObjectNode> visible(
            Caller caller, String chatId, long minSequence, @Nullable Integer before) {
        return switch (caller) {
            case Caller.Visitor visitor when !visitor.chatId().equals(chatId) ->
                    Mono.error(Problem.notFound());
            // A token proves that there is a chat, even while the view has not heard of it.
            case Caller.Visitor _ -> models.chat(chatId, Math.max(1, minSequence), before);
            case Caller.Agent agent when agent.seesAll() ->
                    models.chat(chatId, minSequence, before);
            case Caller.Agent agent ->
                    models.chat(chatId, minSequence, before)
                            .zipWith(models.agent(agent.id()))
                            .filter(pair -> sees(agent, pair.getT1(), pair.getT2()))
                            .map(pair -> pair.getT1())
                            .switchIfEmpty(Mono.error(Problem::notFound));
        };
    }

    /// An agent sees a chat that they serve or have served, that is on its way to them, or that is
    /// (or is going) to a desk they serve.
    public static boolean sees(Caller.Agent agent, ObjectNode chat, ObjectNode profile) {
        for (var served : chat.withArray("agents")) {
            if (served.asString("").equals(agent.id())) {
                return true;
            }
        }
        for (var transfer : chat.withArray("transfers")) {
            boolean open = transfer.path("state").asString("").equals("requested");
            if (open && transfer.path("toAgent").asString("").equals(agent.id())
                    || open && servesAt(profile, transfer.path("toDesk").asString(""))) {
                return true;
            }
        }
        return servesAt(profile, chat.path("desk").asString(""));
    }

    private static boolean servesAt(ObjectNode profile, String desk) {
        for (var served : profile.withArray("desks")) {
            if (served.asString("").equals(desk)) {
                return true;
            }
        }
        return false;
    }
}
