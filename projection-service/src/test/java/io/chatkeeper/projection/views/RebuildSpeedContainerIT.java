package io.chatkeeper.projection.views;

import io.chatkeeper.testkit.InContainers;

/// The same against a real MongoDB.
@InContainers
class RebuildSpeedContainerIT extends RebuildSpeedIT {}
