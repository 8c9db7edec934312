package io.chatkeeper.projection.views;

import tools.jackson.databind.node.ObjectNode;

/// A document together with the sequence it has been folded up to.
public record Folded(String id, long version, ObjectNode document) {}
