package io.chatkeeper.projection.desks;

import com.mongodb.client.model.Filters;
import io.chatkeeper.contract.StreamId;
import io.chatkeeper.projection.agents.AgentView;
import io.chatkeeper.projection.views.Folded;
import io.chatkeeper.projection.views.Incomplete;
import io.chatkeeper.projection.views.ViewStore;
import java.util.Comparator;
import java.util.List;
import java.util.function.UnaryOperator;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Answers about desks and the people at them.
public final class DeskQueries {
    private static final int MOST = 1_000;

    private final ViewStore store;
    private final Incomplete incomplete;

    public DeskQueries(ViewStore store, Incomplete incomplete) {
        this.store = store;
        this.incomplete = incomplete;
    }

    /// Every agent, by id.
    public Mono<List<ObjectNode>> agents() {
        return store.list(AgentView.COLLECTION, Filters.empty(), MOST)
                .map(Folded::document)
                .collectList()
                .flatMap(agents -> marked(agents, "agentId", StreamId::agent))
                .flatMapIterable(agents -> agents)
                .sort(Comparator.comparing(agent -> agent.path("agentId").asString("")))
                .collectList();
    }

    /// One agent, if there is one of that id.
    public Mono<ObjectNode> agent(String agentId) {
        return store.find(AgentView.COLLECTION, agentId)
                .flatMap(found ->
                        incomplete.marked(found.document(), List.of(StreamId.agent(agentId))));
    }

    /// Every desk with its line and how many of its people do what, by id.
    public Mono<List<ObjectNode>> desks() {
        return store.list(DeskView.COLLECTION, Filters.empty(), MOST)
                .map(found -> counted(found.document()))
                .collectList()
                .flatMap(desks -> marked(desks, "deskId", StreamId::desk))
                .flatMapIterable(desks -> desks)
                .sort(Comparator.comparing(desk -> desk.path("deskId").asString("")))
                .collectList();
    }

    private Mono<List<ObjectNode>> marked(
            List<ObjectNode> rows, String id, UnaryOperator<String> stream) {
        List<String> streams =
                rows.stream().map(row -> stream.apply(row.path(id).asString(""))).toList();
        return incomplete
                .among(streams)
                .map(parked -> {
                    for (int i = 0; i < rows.size(); i++) {
                        if (parked.contains(streams.get(i))) {
                            rows.get(i).put(Incomplete.FIELD, true);
                        }
                    }
                    return rows;
                });
    }

    private static ObjectNode counted(ObjectNode desk) {
        var line = desk.withArray("line");
        desk.put("open", desk.path("open").asBoolean(true));
        desk.put("waiting", line.size());
        if (!line.isEmpty()) {
            desk.put("oldestSince", line.get(0).path("since").asString());
        }
        desk.put("available", with(desk, "available"));
        desk.put("busy", with(desk, "busy"));
        desk.put("wrapUp", with(desk, "wrap-up"));
        desk.put("away", with(desk, "away"));
        return desk;
    }

    private static int with(ObjectNode desk, String status) {
        int count = 0;
        for (JsonNode member : desk.withArray("members")) {
            count += member.path("status").asString("").equals(status) ? 1 : 0;
        }
        return count;
    }
}
