package io.chatkeeper.simulation;

import io.chatkeeper.pipeline.StoreUnavailable;
import io.chatkeeper.projection.views.FoldedViews;
import io.chatkeeper.projection.views.ViewStore.Folded;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import reactor.core.publisher.Mono;

/// The documents of the views, shared by the members of the projection service.
final class ViewMemory {
    private final Map<String, Map<String, Folded>> collections = new TreeMap<>();

    Map<String, Folded> documents(String collection) {
        return collections.computeIfAbsent(collection, _ -> new TreeMap<>());
    }

    private void write(String collection, List<Folded> changed, List<Folded> gone) {
        Map<String, Folded> documents = documents(collection);
        for (Folded one : changed) {
            documents.merge(
                    one.id(),
                    new Folded(one.id(), one.version(), one.document().deepCopy()),
                    (old, fresh) -> old.version() < fresh.version() ? fresh : old);
        }
        for (Folded one : gone) {
            documents.computeIfPresent(
                    one.id(), (_, old) -> old.version() <= one.version() ? null : old);
        }
    }

    /// A process's way there.
    FoldedViews seenBy(Life life, Scheduler scheduler, Faults faults) {
        return new FoldedViews() {
            @Override
            public Mono<Folded> find(String collection, String id) {
                life.reach(Step.BEFORE_VIEW_READ);
                return answer(() -> Mono.justOrEmpty(documents(collection).get(id)));
            }

            @Override
            public Mono<Void> write(String collection, List<Folded> changed, List<Folded> gone) {
                if (changed.isEmpty() && gone.isEmpty()) {
                    return Mono.empty();
                }
                life.reach(Step.BEFORE_VIEW_WRITE);
                return answer(() -> {
                    ViewMemory.this.write(collection, changed, gone);
                    life.reach(Step.AFTER_VIEW_WRITE);
                    return faults.storeFails() ? failure() : Mono.empty();
                });
            }

            private <T> Mono<T> answer(Supplier<Mono<T>> work) {
                life.waitFor(faults.delay());
                return faults.storeFails() ? failure() : work.get();
            }
        };
    }

    private static <T> Mono<T> failure() {
        return Mono.error(new StoreUnavailable("simulated", new IOException("no answer")));
    }
}
