/// The decision room of a desk: its line, its members, and whom it asks next. Pure; only the Axon
/// shell knows a framework.
@NullMarked
package io.chatkeeper.routing.desk;

import org.jspecify.annotations.NullMarked;
