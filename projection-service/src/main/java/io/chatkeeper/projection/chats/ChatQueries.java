package io.chatkeeper.projection.chats;

import com.mongodb.client.model.Filters;
import io.chatkeeper.contract.StreamId;
import io.chatkeeper.projection.clocks.ClockView;
import io.chatkeeper.projection.notes.NoteView;
import io.chatkeeper.projection.views.Folded;
import io.chatkeeper.projection.views.Incomplete;
import io.chatkeeper.projection.views.ViewStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Answers about chats: the whole document, and rows of open chats.
public final class ChatQueries {
    private static final Duration LOOK_AGAIN = Duration.ofMillis(15);
    private static final Duration WAIT_LIMIT = Duration.ofSeconds(2);
    private static final int MOST_ROWS = 500;
    private static final Set<String> ENDED = Set.of("met", "cancelled", "withdrawn");

    /// Which rows are wanted; null means any.
    public record Wanted(
            @Nullable String desk,
            @Nullable String agent,
            @Nullable String state,
            @Nullable Boolean unattended) {}

    private final ViewStore store;
    private final Talk talk;
    private final Incomplete incomplete;
    private final JsonMapper json;

    public ChatQueries(ViewStore store, Incomplete incomplete, JsonMapper json) {
        this.store = store;
        this.incomplete = incomplete;
        this.talk = new Talk(store);
        this.json = json;
    }

    /// The chat document with its latest messages, notes and clocks. Waits up to 2 s for the chat's
    /// own stream to have come to `minSequence`; empty if it has not, or if there is no such chat.
    ///
    /// @param messagesBefore what an earlier answer said under that name, for the messages before
    ///   the ones it held
    public Mono<ObjectNode> chat(
            String chatId, long minSequence, @Nullable Integer messagesBefore) {
        Mono<Folded> found = store.find(ChatView.COLLECTION, chatId);
        Mono<Folded> fresh =
                minSequence <= 0
                        ? found
                        : found.filter(chat -> chat.version() >= minSequence)
                                .repeatWhenEmpty(tries -> tries.delayElements(LOOK_AGAIN))
                                .timeout(WAIT_LIMIT, Mono.empty());
        return fresh.flatMap(chat -> joined(chatId, chat.document(), messagesBefore))
                .flatMap(chat -> incomplete.marked(chat, streams(chatId)));
    }

    /// What the document is joined from.
    private static List<String> streams(String chatId) {
        return List.of(StreamId.chat(chatId), StreamId.notes(chatId), StreamId.clock(chatId));
    }

    private Mono<ObjectNode> joined(
            String chatId, ObjectNode chat, @Nullable Integer messagesBefore) {
        return Mono.zip(
                        talk.join(chatId, chat, messagesBefore),
                        rows(NoteView.COLLECTION, chatId, "notes"),
                        rows(ClockView.COLLECTION, chatId, "clocks"))
                .map(found -> {
                    chat.set("notes", recorded(chat, found.getT2()));
                    chat.set("clocks", json.valueToTree(found.getT3()));
                    chat.withArray("followUps");
                    return chat;
                });
    }

    /// Only notes that the chat itself has recorded; one in between is not there yet.
    private JsonNode recorded(ObjectNode chat, List<JsonNode> notes) {
        Set<String> recorded =
                StreamSupport.stream(chat.withArray("noted").spliterator(), false)
                        .map(JsonNode::asString)
                        .collect(java.util.stream.Collectors.toSet());
        return json.valueToTree(
                notes.stream()
                        .filter(note -> recorded.contains(note.path("noteId").asString("")))
                        .toList());
    }

    private Mono<List<JsonNode>> rows(String collection, String id, String list) {
        return store.find(collection, id)
                .map(found -> elements(found.document(), list))
                .defaultIfEmpty(List.of());
    }

    /// Rows of open chats, the longest waiting first, each with the clocks that still run.
    public Mono<List<ObjectNode>> open(Wanted wanted) {
        return store.list(OpenChatView.COLLECTION, filter(wanted), MOST_ROWS)
                .collectList()
                .flatMap(this::rowsWithClocks);
    }

    private Mono<List<ObjectNode>> rowsWithClocks(List<Folded> rows) {
        List<String> chats = rows.stream().map(Folded::id).toList();
        return Mono.zip(runningClocks(chats), incomplete.among(chats))
                .map(found -> withClocks(rows, found.getT1(), found.getT2()));
    }

    private Mono<Map<String, List<JsonNode>>> runningClocks(List<String> chats) {
        return store.findAll(ClockView.COLLECTION, chats)
                .collectMap(
                        Folded::id,
                        found ->
                                elements(found.document(), "clocks").stream()
                                        .filter(ChatQueries::runs)
                                        .toList());
    }

    private List<ObjectNode> withClocks(
            List<Folded> rows, Map<String, List<JsonNode>> clocks, Set<String> parked) {
        List<ObjectNode> shown = new ArrayList<>();
        for (Folded row : rows) {
            ObjectNode document = row.document();
            document.set("clocks", json.valueToTree(clocks.getOrDefault(row.id(), List.of())));
            if (parked.contains(row.id())) {
                document.put(Incomplete.FIELD, true);
            }
            shown.add(document);
        }
        shown.sort(Comparator.comparing(row -> row.path("since").asString("")));
        return shown;
    }

    /// Clocks of open chats, or of one chat, soonest first.
    public Mono<List<ObjectNode>> clocks(@Nullable String state, @Nullable String chat) {
        Flux<Folded> subjects =
                chat != null
                        ? store.find(ClockView.COLLECTION, chat).flux()
                        : store.list(OpenChatView.COLLECTION, Filters.empty(), MOST_ROWS)
                                .map(Folded::id)
                                .collectList()
                                .flatMapMany(ids -> store.findAll(ClockView.COLLECTION, ids));
        return subjects.flatMapIterable(found -> clockRows(found.id(), found.document()))
                .filter(row -> state == null || row.path("state").asString("").equals(state))
                .sort(Comparator.comparing(row -> row.path("breachAt").asString("")))
                .collectList();
    }

    private static List<ObjectNode> clockRows(String chatId, ObjectNode subject) {
        return elements(subject, "clocks").stream()
                .map(row -> ((ObjectNode) row).put("chatId", chatId))
                .toList();
    }

    /// How many open chats nobody looks after.
    public Mono<Long> unattended() {
        return store.count(OpenChatView.COLLECTION, Filters.eq("unattended", true));
    }

    private static Bson filter(Wanted wanted) {
        List<Bson> all = new ArrayList<>();
        if (wanted.desk() != null) {
            all.add(Filters.eq("desk", wanted.desk()));
        }
        if (wanted.agent() != null) {
            all.add(
                    Filters.or(
                            Filters.eq("agent.id", wanted.agent()),
                            Filters.eq("receiver.id", wanted.agent()),
                            Filters.eq("assist.agentId", wanted.agent()),
                            Filters.eq("helpers", wanted.agent())));
        }
        if (wanted.state() != null) {
            all.add(Filters.eq("state", wanted.state()));
        }
        if (wanted.unattended() != null) {
            all.add(Filters.eq("unattended", wanted.unattended()));
        }
        return all.isEmpty() ? Filters.empty() : Filters.and(all);
    }

    private static boolean runs(JsonNode clock) {
        return !ENDED.contains(clock.path("state").asString(""));
    }

    private static List<JsonNode> elements(ObjectNode document, String list) {
        return StreamSupport.stream(document.withArray(list).spliterator(), false).toList();
    }
}
