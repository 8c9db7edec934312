package io.chatkeeper.simulation;

import io.chatkeeper.pipeline.StoreUnavailable;
import io.chatkeeper.projection.views.Folded;
import io.chatkeeper.projection.views.ViewDocuments;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/// The documents of the views, shared by the members of the projection service.
final class ViewMemory {
    private final Map<String, Map<String, Folded>> collections = new TreeMap<>();

    Map<String, Folded> documents(String collection) {
        return collections.computeIfAbsent(collection, _ -> new TreeMap<>());
    }

    private static Folded copy(Folded one) {
        return new Folded(one.id(), one.version(), one.document().deepCopy());
    }

    private void write(String collection, List<Folded> changed, List<Folded> gone) {
        Map<String, Folded> documents = documents(collection);
        for (Folded one : changed) {
            documents.merge(
                    one.id(),
                    copy(one),
                    (old, fresh) -> old.version() < fresh.version() ? fresh : old);
        }
        for (Folded one : gone) {
            documents.computeIfPresent(
                    one.id(), (_, old) -> old.version() <= one.version() ? null : old);
        }
    }

    /// A process's way there.
    ViewDocuments seenBy(Life life, Faults faults) {
        return new ViewDocuments() {
            @Override
            public List<Folded> load(String collection, Collection<String> ids) {
                life.reach(Step.BEFORE_VIEW_READ);
                travel();
                Map<String, Folded> documents = documents(collection);
                return ids.stream()
                        .sorted()
                        .map(documents::get)
                        .filter(Objects::nonNull)
                        .map(ViewMemory::copy)
                        .toList();
            }

            @Override
            public void save(String collection, List<Folded> changed, List<Folded> gone) {
                if (!changed.isEmpty() || !gone.isEmpty()) {
                    List<Folded> sent = changed.stream().map(ViewMemory::copy).toList();
                    life.reach(Step.BEFORE_VIEW_WRITE);
                    travel();
                    write(collection, sent, gone);
                    life.reach(Step.AFTER_VIEW_WRITE);
                    travel();
                }
            }

            private void travel() {
                life.waitFor(faults.delay());
                if (faults.storeFails()) {
                    throw new StoreUnavailable("simulated", new IOException("no answer"));
                }
            }
        };
    }
}
