package io.chatkeeper.projection.views;

import io.chatkeeper.contract.Recorded;
import java.util.List;
import org.jspecify.annotations.Nullable;
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

    /// Asked after every fold: takes out of the document what no later event will touch, once it
    /// fills a page of its own. What it is called must follow from the document alone.
    default @Nullable Page fullPage(ObjectNode document) {
        return null;
    }

    /// Smaller documents that are made from this one whenever it changes.
    default List<Extract> extracts() {
        return List.of();
    }

    /// A part of a long document that lies by itself, and never changes any more.
    record Page(String collection, String id, ObjectNode document) {}

    /// A document made from a view's document, under the same id.
    interface Extract {
        /// The collection of its documents.
        String collection();

        /// What it shows of the view's document, which stays as it is; null if it shows nothing.
        @Nullable ObjectNode of(ObjectNode document);

        /// Whether it shows something of this document, or may have before; nothing is written for
        /// any other.
        default boolean concerns(ObjectNode document) {
            return true;
        }
    }
}
