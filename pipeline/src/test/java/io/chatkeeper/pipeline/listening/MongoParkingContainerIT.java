package io.chatkeeper.pipeline.listening;

import io.chatkeeper.testkit.InContainers;
import io.chatkeeper.testkit.RealParts;

/// The same against a real MongoDB.
@InContainers
class MongoParkingContainerIT extends MongoParkingIT {
    MongoParkingContainerIT(RealParts.Addresses addresses) {
        super(addresses);
    }
}
