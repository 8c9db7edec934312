/// The decision room of an agent: who they are, what they do, and the slots they hold. An agent
/// alone grants and refuses slots. Pure; only the Axon shell knows a framework.
@NullMarked
package io.chatkeeper.routing.agent;

import org.jspecify.annotations.NullMarked;
