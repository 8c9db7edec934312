package io.chatkeeper.projection.views;

import io.chatkeeper.pipeline.StoreUnavailable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/// Documents in memory, as the store would keep them.
final class InMemoryViews implements ViewDocuments {
    final Map<String, Map<String, Folded>> collections = new TreeMap<>();
    final List<String> calls = new ArrayList<>();

    /// So many calls still succeed.
    int callsUntilAway = Integer.MAX_VALUE;

    @Override
    public List<Folded> load(String collection, Collection<String> ids) {
        answer("load " + collection);
        var documents = collections.getOrDefault(collection, Map.of());
        return ids.stream()
                .map(documents::get)
                .filter(Objects::nonNull)
                .map(InMemoryViews::copy)
                .toList();
    }

    @Override
    public void save(String collection, List<Folded> changed, List<Folded> gone) {
        answer("save " + collection);
        var documents = collections.computeIfAbsent(collection, _ -> new TreeMap<>());
        for (Folded one : changed) {
            Folded there = documents.get(one.id());
            if (there == null || there.version() < one.version()) {
                documents.put(one.id(), copy(one));
            }
        }
        for (Folded one : gone) {
            documents.computeIfPresent(
                    one.id(), (_, there) -> there.version() <= one.version() ? null : there);
        }
    }

    private void answer(String call) {
        if (callsUntilAway-- <= 0) {
            throw new StoreUnavailable("away", new IllegalStateException("away"));
        }
        calls.add(call);
    }

    private static Folded copy(Folded one) {
        return new Folded(one.id(), one.version(), one.document().deepCopy());
    }
}
