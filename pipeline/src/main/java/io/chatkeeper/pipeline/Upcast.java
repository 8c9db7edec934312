package io.chatkeeper.pipeline;

import java.util.function.UnaryOperator;
import tools.jackson.databind.node.ObjectNode;

/// How a stored event of a former version becomes one of the next. What is stored stays as it is;
/// the change is made each time it is read.
///
/// @param from the former wire name, such as `io.chatkeeper.chat.opened.v1`
/// @param to the wire name of the next version
/// @param change makes the one's JSON into the other's; may change the tree it is given
public record Upcast(String from, String to, UnaryOperator<ObjectNode> change) {}
