package io.chatkeeper.projection.views;

import java.util.Collection;
import java.util.List;

/// Where a projector keeps the documents of its views. Both calls end when the store has answered,
/// and throw [io.chatkeeper.pipeline.StoreUnavailable] when it has not; whether a write happened is
/// then not known. The documents stay the caller's, who goes on changing them: a driver keeps
/// copies.
public interface ViewDocuments {
    /// Those documents of these ids that are there, in any order.
    List<Folded> load(String collection, Collection<String> ids);

    /// Stores documents, and deletes those that are of no more use. An older fold neither replaces
    /// nor deletes a newer one.
    void save(String collection, List<Folded> changed, List<Folded> gone);
}
