/// The decision room of the clocks of one subject: what starts, meets and cancels them, and what
/// follows when one runs out. Pure; only the Axon shell knows a framework.
@NullMarked
package io.chatkeeper.sla.clock;

import org.jspecify.annotations.NullMarked;
