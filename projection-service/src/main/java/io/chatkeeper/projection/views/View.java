package io.chatkeeper.projection.views;

import io.chatkeeper.contract.Recorded;
import tools.jackson.databind.node.ObjectNode;

/// A read model with one document per stream. State is a fold (P5): the same events give the same
/// document, whoever folds them and whenever.
public interface View {
    /// The collection of its documents.
    String collection();

    /// The kind of streams it folds, such as `chat`.
    String streamKind();

    /// Changes the document by one event. A new stream starts with an empty document.
    void fold(ObjectNode document, Recorded recorded);

    /// Whether the document is still of use after this event; otherwise it is deleted.
    default boolean keeps(ObjectNode document) {
        return true;
    }
}
