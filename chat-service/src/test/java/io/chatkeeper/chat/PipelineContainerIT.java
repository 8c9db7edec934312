package io.chatkeeper.chat;

import io.chatkeeper.testkit.InContainers;
import io.chatkeeper.testkit.RealParts;

/// The same against a real MongoDB and broker.
@InContainers
class PipelineContainerIT extends PipelineIT {
    PipelineContainerIT(RealParts.Addresses addresses) {
        super(addresses);
    }
}
