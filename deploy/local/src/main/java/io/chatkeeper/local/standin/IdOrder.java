package io.chatkeeper.local.standin;

import de.bwaldvogel.mongo.bson.Document;
import org.jspecify.annotations.Nullable;

/// Whether a sort is by `_id` alone, which the map answers by walking in that direction.
enum IdOrder {
    /// Not by `_id` alone.
    NONE,
    /// `{_id: 1}`
    ASCENDING,
    /// `{_id: -1}`
    DESCENDING;

    static IdOrder of(@Nullable Document orderBy) {
        if (orderBy == null || orderBy.size() != 1 || !(orderBy.get("_id") instanceof Number by)) {
            return NONE;
        }
        return by.intValue() > 0 ? ASCENDING : DESCENDING;
    }
}
