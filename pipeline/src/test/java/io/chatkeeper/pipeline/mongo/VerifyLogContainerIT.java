package io.chatkeeper.pipeline.mongo;

import io.chatkeeper.testkit.InContainers;
import io.chatkeeper.testkit.RealParts;

/// The same against a real MongoDB.
@InContainers
class VerifyLogContainerIT extends VerifyLogIT {
    VerifyLogContainerIT(RealParts.Addresses addresses) {
        super(addresses);
    }
}
