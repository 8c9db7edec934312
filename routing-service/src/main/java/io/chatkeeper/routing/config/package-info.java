/// Spring wiring, and the file of agents that is read at the start.
@NullMarked
package io.chatkeeper.routing.config;

import org.jspecify.annotations.NullMarked;
