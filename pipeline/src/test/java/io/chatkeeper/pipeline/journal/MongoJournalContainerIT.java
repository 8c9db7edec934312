package io.chatkeeper.pipeline.journal;

import io.chatkeeper.testkit.InContainers;
import io.chatkeeper.testkit.RealParts;

/// The same against a real MongoDB.
@InContainers
class MongoJournalContainerIT extends MongoJournalIT {
    MongoJournalContainerIT(RealParts.Addresses addresses) {
        super(addresses);
    }
}
