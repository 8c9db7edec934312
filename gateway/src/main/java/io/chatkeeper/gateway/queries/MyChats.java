package io.chatkeeper.gateway.queries;

import io.chatkeeper.contract.Role;
import io.chatkeeper.gateway.identity.Caller;
import io.chatkeeper.gateway.protection.Problem;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// What belongs to one agent: profile, inbox, and the lists cut down to what they may see.
public final class MyChats {
    private static final List<String> INBOX_ROW =
            List.of(
                    "chatId",
                    "reference",
                    "state",
                    "topic",
                    "lastLine",
                    "clocks",
                    "unattended",
                    "since",
                    "escalated",
                    "helpers",
                    "desk",
                    "agent",
                    "receiver",
                    "customer",
                    "visitorLeft",
                    "kind",
                    "assist",
                    "silentSince",
                    "incomplete");
    private static final List<String> TRANSFER = List.of("transferId", "context", "fromAgent");

    private final ReadModels models;

    public MyChats(ReadModels models) {
        this.models = models;
    }

    /// The agent's profile; a [Problem] 403 `not-an-agent` for a subject that has none.
    public Mono<ObjectNode> profile(Caller.Agent agent) {
        return models.agent(agent.id())
                .onErrorMap(Problem.class, MyChats::notAnAgent)
                .onErrorResume(
                        Problem.class,
                        problem ->
                                agent.role() == Role.ADMIN || agent.role() == Role.AUDITOR
                                        ? Mono.just(withoutDesk(agent))
                                        : Mono.error(problem));
    }

    /// The chats that are with the agent or on their way to the agent.
    public Mono<List<ObjectNode>> inbox(Caller.Agent agent) {
        return models.openChats(Map.of("agent", agent.id()))
                .map(rows -> rows.stream().map(row -> inboxRow(agent, row)).toList());
    }

    /// Open chats as far as the agent may see them.
    public Mono<List<ObjectNode>> visible(Caller.Agent agent, Map<String, String> wanted) {
        Mono<List<ObjectNode>> rows = models.openChats(wanted);
        Mono<List<ObjectNode>> seen =
                agent.seesAll()
                        ? rows
                        : rows.zipWith(
                                profile(agent),
                                (all, profile) ->
                                        all.stream()
                                                .filter(row -> ChatReads.sees(agent, row, profile))
                                                .toList());
        return seen.map(all -> all.stream().map(row -> inboxRow(agent, row)).toList());
    }

    /// Rows that name a chat, cut down to chats the agent may see.
    Mono<List<ObjectNode>> onlyVisible(
            Caller.Agent agent, Mono<List<ObjectNode>> rows, @Nullable String chat) {
        if (agent.seesAll()) {
            return rows;
        }
        if (chat != null) {
            return new ChatReads(models).visible(agent, chat, 0).then(rows);
        }
        return rows.zipWith(
                visible(agent, Map.of()),
                (all, seen) -> {
                    Set<String> ids = new HashSet<>();
                    seen.forEach(row -> ids.add(row.path("chatId").asString("")));
                    return all.stream()
                            .filter(row -> ids.contains(row.path("chatId").asString("")))
                            .toList();
                });
    }

    private static ObjectNode inboxRow(Caller.Agent agent, ObjectNode row) {
        ObjectNode shown = VisitorPart.picked(row, INBOX_ROW);
        for (JsonNode transfer : row.withArray("transfers")) {
            if (transfer.path("state").asString("").equals("requested")) {
                ObjectNode open = VisitorPart.picked(transfer, TRANSFER);
                open.put("forMe", transfer.path("receiver").asString("").equals(agent.id()));
                shown.set("transfer", open);
            }
        }
        return shown;
    }

    private static Problem notAnAgent(Problem problem) {
        return problem.status() == HttpStatus.NOT_FOUND
                ? Problem.forbidden("not-an-agent", "You have no profile as an agent.")
                : problem;
    }

    private static ObjectNode withoutDesk(Caller.Agent agent) {
        ObjectNode profile = tools.jackson.databind.node.JsonNodeFactory.instance.objectNode();
        profile.put("agentId", agent.id());
        profile.put("name", agent.name());
        profile.put("role", agent.role().name().toLowerCase(java.util.Locale.ROOT));
        profile.putArray("desks");
        profile.put("status", "offline");
        return profile;
    }
}
