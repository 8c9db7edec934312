package io.chatkeeper.simulation;

import io.chatkeeper.contract.Recorded;
import io.chatkeeper.contract.StreamId;
import io.chatkeeper.pipeline.journal.Entry;
import io.chatkeeper.projection.chats.ChatView;
import io.chatkeeper.projection.chats.OpenChatView;
import io.chatkeeper.projection.views.Folded;
import io.chatkeeper.projection.views.View;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import tools.jackson.databind.node.ObjectNode;

/// Documents against the journal: every view is the fold of what was stored (P5), with its pages
/// and extracts.
final class ViewOracle {
    private final House house;
    private final Map<String, Map<String, List<Entry>>> stored;
    private final Map<String, Map<String, String>> expected = new TreeMap<>();

    ViewOracle(House house, Map<String, Map<String, List<Entry>>> stored) {
        this.house = house;
        this.stored = stored;
    }

    List<String> complaints() {
        Projection.views().forEach(this::fold);
        List<String> complaints = new ArrayList<>();
        expected.forEach((collection, documents) -> {
            Map<String, String> found = new TreeMap<>();
            house.views()
                    .documents(collection)
                    .forEach((id, one) -> found.put(id, one.document().toString()));
            if (collection.equals(OpenChatView.COLLECTION)) {
                found.keySet().removeIf(id -> isResurrected(id, documents));
            }
            if (!documents.equals(found)) {
                complaints.add("[fold] " + collection + ": " + difference(documents, found));
            }
        });
        return complaints;
    }

    private static String difference(Map<String, String> expected, Map<String, String> found) {
        var story = new StringBuilder();
        var ids = new TreeSet<>(expected.keySet());
        ids.addAll(found.keySet());
        for (String id : ids) {
            if (!expected.getOrDefault(id, "").equals(found.getOrDefault(id, ""))) {
                story.append(id + " expected " + expected.get(id) + ", found " + found.get(id));
            }
        }
        return story.toString();
    }

    /// A known fault, not a promise: deleting a closed chat's row leaves nothing behind by which a
    /// late write of a slow member could be told from a new row, so the row may come back. To be
    /// taken out as soon as the store remembers what it has deleted.
    private boolean isResurrected(String chatId, Map<String, String> expected) {
        Folded chat = house.views().documents(ChatView.COLLECTION).get(chatId);
        return !expected.containsKey(chatId)
                && chat != null
                && chat.document().path("state").asString("").equals("closed");
    }

    private Map<String, String> collection(String name) {
        return expected.computeIfAbsent(name, _ -> new TreeMap<>());
    }

    private void fold(View view) {
        collection(view.collection());
        view.extracts().forEach(extract -> collection(extract.collection()));
        for (Service service : Service.ALL) {
            stored.get(service.name())
                    .forEach((stream, entries) -> {
                        if (StreamId.kind(stream).equals(view.streamKind())) {
                            fold(
                                    view,
                                    subject(stream),
                                    TopicOracle.publicForms(service, stream, entries));
                        }
                    });
        }
    }

    private void fold(View view, String id, List<Recorded> events) {
        ObjectNode document = Deciding.JSON.createObjectNode();
        for (Recorded event : events) {
            view.fold(document, event);
            View.Page page = view.fullPage(document);
            if (page != null) {
                collection(page.collection()).put(page.id(), page.document().toString());
            }
        }
        if (events.isEmpty()) {
            return;
        }
        for (View.Extract extract : view.extracts()) {
            ObjectNode shown = extract.of(document);
            if (shown != null) {
                collection(extract.collection()).put(id, shown.toString());
            }
        }
        if (view.keeps(document)) {
            collection(view.collection()).put(id, document.toString());
        }
    }

    private static String subject(String stream) {
        return StreamId.kind(stream).equals("chat") ? stream : StreamId.subject(stream);
    }
}
