package io.chatkeeper.pipeline.config;

import io.chatkeeper.testkit.InContainers;
import io.chatkeeper.testkit.RealParts;

/// The same against a real MongoDB and broker.
@InContainers
class LeavingConsumersContainerIT extends LeavingConsumersIT {
    LeavingConsumersContainerIT(RealParts.Addresses addresses) {
        super(addresses);
    }
}
