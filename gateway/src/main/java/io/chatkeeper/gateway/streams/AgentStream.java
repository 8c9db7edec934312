package io.chatkeeper.gateway.streams;

import io.chatkeeper.gateway.identity.Caller;
import io.chatkeeper.gateway.queries.MyChats;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.springframework.http.codec.ServerSentEvent;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// One live stream for everything a console shows. The cursor is a place in this process's feed,
/// marked with the process's epoch: another process, or a place too far back, answers `reset`.
final class AgentStream {
    private static final Duration HEARTBEAT = Duration.ofSeconds(15);

    private final EventFeed feed;
    private final MyChats mine;
    private final Frames frames;
    private final JsonMapper json;
    private final String epoch;
    private final Consoles consoles;

    /// @param epoch unique to this process
    AgentStream(
            EventFeed feed,
            MyChats mine,
            Frames frames,
            JsonMapper json,
            Consoles consoles,
            String epoch) {
        this.consoles = consoles;
        this.feed = feed;
        this.mine = mine;
        this.frames = frames;
        this.json = json;
        this.epoch = epoch;
    }

    Flux<ServerSentEvent<Object>> of(Caller.Agent agent, @Nullable String lastEventId) {
        OptionalLong cursor = cursor(lastEventId);
        Flux<ServerSentEvent<Object>> events =
                mine.profile(agent)
                        .flatMapMany(profile ->
                                cursor.isPresent()
                                        ? resumed(agent, profile, cursor.getAsLong())
                                        : beginning(agent, profile, lastEventId != null));
        Flux<ServerSentEvent<Object>> heartbeats =
                Flux.interval(HEARTBEAT).map(_ -> frames.heartbeat(frames.empty()));
        return Flux.defer(() -> {
            consoles.opened(agent.id());
            return Flux.merge(events, heartbeats).doFinally(_ -> consoles.closed(agent.id()));
        });
    }

    /// The place in the feed is taken before the snapshot is read: what happens in between comes
    /// twice rather than never.
    private Flux<ServerSentEvent<Object>> beginning(
            Caller.Agent agent, ObjectNode profile, boolean unknownCursor) {
        long from = feed.last();
        Flux<ServerSentEvent<Object>> reset =
                unknownCursor ? Flux.just(frames.reset()) : Flux.empty();
        return reset.concatWith(
                visible(agent)
                        .zipWith(mine.inbox(agent))
                        .flatMapMany(lists ->
                                Flux.concat(
                                        Mono.just(
                                                snapshot(
                                                        agent,
                                                        profile,
                                                        lists.getT1(),
                                                        lists.getT2(),
                                                        from)),
                                        events(
                                                new Watching(agent, profile, lists.getT1()),
                                                from))));
    }

    private Flux<ServerSentEvent<Object>> resumed(
            Caller.Agent agent, ObjectNode profile, long from) {
        return visible(agent)
                .flatMapMany(rows -> {
                    Watching watching = new Watching(agent, profile, rows);
                    feed.kept().forEach(watching::learn);
                    return events(watching, from);
                });
    }

    private Mono<List<ObjectNode>> visible(Caller.Agent agent) {
        return mine.visible(agent, Map.of());
    }

    private Flux<ServerSentEvent<Object>> events(Watching watching, long from) {
        return feed.after(from, watching::shows)
                .map(item -> frames.event(epoch + "." + item.index(), item.recorded()));
    }

    private ServerSentEvent<Object> snapshot(
            Caller.Agent agent,
            ObjectNode profile,
            List<ObjectNode> visible,
            List<ObjectNode> inbox,
            long from) {
        ObjectNode content = frames.empty();
        content.set("me", profile);
        content.set("inbox", json.valueToTree(inbox));
        if (agent.seesAll()) {
            content.set("board", json.valueToTree(visible));
        }
        return frames.snapshot(epoch + "." + from, content);
    }

    private OptionalLong cursor(@Nullable String lastEventId) {
        if (lastEventId == null || !lastEventId.matches("[0-9a-z]{1,40}\\.\\d{1,18}")) {
            return OptionalLong.empty();
        }
        String[] parts = lastEventId.split("\\.");
        long index = Long.parseLong(parts[1]);
        return parts[0].equals(epoch) && feed.reaches(index)
                ? OptionalLong.of(index)
                : OptionalLong.empty();
    }
}
