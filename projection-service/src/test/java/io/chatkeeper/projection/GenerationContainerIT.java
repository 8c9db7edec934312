package io.chatkeeper.projection;

import io.chatkeeper.testkit.InContainers;

/// The same against a real MongoDB and broker.
@InContainers
class GenerationContainerIT extends GenerationIT {}
