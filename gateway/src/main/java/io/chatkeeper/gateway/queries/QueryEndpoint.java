package io.chatkeeper.gateway.queries;

import io.chatkeeper.contract.ChatActs;
import io.chatkeeper.contract.ChatPart;
import io.chatkeeper.contract.ChatState;
import io.chatkeeper.gateway.identity.Caller;
import io.chatkeeper.gateway.protection.Problem;
import io.chatkeeper.gateway.queries.ReadModels.Items;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import tools.jackson.databind.node.ObjectNode;

/// Everything that is read.
@RestController
@RequestMapping("/api/v1")
class QueryEndpoint {
    private static final int EVENTS_AT_ONCE = 500;

    private final ReadModels models;
    private final ChatReads chats;
    private final MyChats mine;

    record Row(String act, Set<ChatState> states, Set<ChatPart> parts) {}

    record Table(List<Row> acts) {}

    QueryEndpoint(ReadModels models, ChatReads chats, MyChats mine) {
        this.models = models;
        this.chats = chats;
        this.mine = mine;
    }

    @GetMapping("/chats/{id}")
    Mono<ObjectNode> chat(
            @PathVariable String id,
            @RequestParam(defaultValue = "0") long minSequence,
            @RequestParam @Nullable Integer messagesBefore,
            @AuthenticationPrincipal Caller caller) {
        return chats.document(caller, id, minSequence, messagesBefore);
    }

    @GetMapping("/chats/{id}/events")
    Mono<Items> events(
            @PathVariable String id,
            @RequestParam(defaultValue = "0") long after,
            @RequestParam(defaultValue = "500") int limit,
            @AuthenticationPrincipal Caller caller) {
        if (!(caller instanceof Caller.Agent agent)) {
            return Mono.error(Problem.notFound());
        }
        if (!agent.seesAll()) {
            return Mono.error(
                    Problem.forbidden("leads-only", "The event log is for leads and auditors."));
        }
        return chats.visible(agent, id, 0)
                .then(models.events(id, after, Math.clamp(limit, 1, EVENTS_AT_ONCE)))
                .map(Items::new);
    }

    /// What the caller may do now and what it would meet; asked of the chat, not of a view.
    @GetMapping("/chats/{id}/next")
    Mono<ObjectNode> next(@PathVariable String id, @AuthenticationPrincipal Caller caller) {
        return caller instanceof Caller.Agent agent
                ? chats.visible(agent, id, 0).then(models.next(id, agent.id(), agent.role().name()))
                : Mono.error(Problem.notFound());
    }

    @GetMapping("/chats")
    Mono<Items> open(
            @RequestParam @Nullable String desk,
            @RequestParam @Nullable String agent,
            @RequestParam @Nullable String state,
            @RequestParam @Nullable Boolean unattended,
            @AuthenticationPrincipal Caller caller) {
        Map<String, String> wanted = new HashMap<>();
        put(wanted, "desk", desk);
        put(wanted, "agent", agent);
        put(wanted, "state", state);
        put(wanted, "unattended", unattended == null ? null : unattended.toString());
        return mine.visible(agentOnly(caller), wanted).map(Items::new);
    }

    @GetMapping("/clocks")
    Mono<Items> clocks(
            @RequestParam @Nullable String state,
            @RequestParam @Nullable String chat,
            @RequestParam @Nullable String desk,
            @AuthenticationPrincipal Caller caller) {
        Caller.Agent agent = agentOnly(caller);
        Map<String, String> wanted = new HashMap<>();
        put(wanted, "state", state);
        put(wanted, "chat", chat);
        Mono<List<ObjectNode>> clocks = models.clocks(wanted);
        return mine.onlyVisible(agent, clocks, chat)
                .map(rows -> rows.stream().filter(row -> desk == null || isAt(row, desk)).toList())
                .map(Items::new);
    }

    /// What leads have to look at (R99); who sees every chat sees every entry.
    @GetMapping("/escalation-reviews")
    Mono<Items> reviews(@AuthenticationPrincipal Caller caller) {
        if (!agentOnly(caller).seesAll()) {
            return Mono.error(
                    Problem.forbidden("leads-only", "Reviews are for leads and auditors."));
        }
        return models.reviews().map(Items::new);
    }

    @GetMapping("/desks")
    Mono<Items> desks(@AuthenticationPrincipal Caller caller) {
        agentOnly(caller);
        return models.desks().map(Items::new);
    }

    @GetMapping("/desks/{id}")
    Mono<ObjectNode> desk(@PathVariable String id, @AuthenticationPrincipal Caller caller) {
        agentOnly(caller);
        return models.desks()
                .flatMapIterable(rows -> rows)
                .filter(row -> row.path("deskId").asString("").equals(id))
                .next()
                .switchIfEmpty(Mono.error(Problem::notFound));
    }

    @GetMapping("/agents")
    Mono<Items> agents(@AuthenticationPrincipal Caller caller) {
        agentOnly(caller);
        return models.agents().map(Items::new);
    }

    @GetMapping("/agents/{id}")
    Mono<ObjectNode> agent(@PathVariable String id, @AuthenticationPrincipal Caller caller) {
        agentOnly(caller);
        return models.agent(id);
    }

    @GetMapping("/me")
    Mono<ObjectNode> me(@AuthenticationPrincipal Caller caller) {
        return mine.profile(agentOnly(caller));
    }

    @GetMapping("/me/inbox")
    Mono<Items> inbox(@AuthenticationPrincipal Caller caller) {
        return mine.inbox(agentOnly(caller)).map(Items::new);
    }

    /// The state × role table, so that a console shows what is legal without knowing rules.
    @GetMapping("/chat-states")
    Table states() {
        return new Table(
                Arrays.stream(ChatActs.values())
                        .map(row -> new Row(row.word(), row.states(), row.parts()))
                        .toList());
    }

    private static boolean isAt(ObjectNode row, String desk) {
        return row.path("desk").asString("").equals(desk);
    }

    private static Caller.Agent agentOnly(Caller caller) {
        return switch (caller) {
            case Caller.Agent agent -> agent;
            case Caller.Visitor _ -> throw Problem.forbidden("agents-only", "This is for agents.");
        };
    }

    private static void put(Map<String, String> wanted, String name, @Nullable String value) {
        if (value != null) {
            wanted.put(name, value);
        }
    }
}
