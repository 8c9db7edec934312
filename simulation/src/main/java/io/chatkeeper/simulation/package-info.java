/// The whole house in one thread: the production code of every service on a simulated broker, store
/// and clock, under a scheduler that a seed drives. Nobody depends on this module.
@NullMarked
package io.chatkeeper.simulation;

import org.jspecify.annotations.NullMarked;
