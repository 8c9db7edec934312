package io.chatkeeper.projection.views;

import java.util.Collection;
import java.util.Set;
import reactor.core.publisher.Mono;
import tools.jackson.databind.node.ObjectNode;

/// Which streams are parked, so that what is shown of them lacks their latest events (P8).
@FunctionalInterface
public interface Incomplete {
    /// The field by which a document says so.
    String FIELD = "incomplete";

    /// The parked ones among these streams.
    Mono<Set<String>> among(Collection<String> streams);

    /// The document, which says `incomplete` if one of its streams is parked.
    default Mono<ObjectNode> marked(ObjectNode document, Collection<String> streams) {
        return among(streams)
                .map(parked -> parked.isEmpty() ? document : document.put(FIELD, true));
    }
}
