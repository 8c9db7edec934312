/// Policies: a foreign event becomes our own command. Poison is parked by key.
@NullMarked
package io.chatkeeper.pipeline.listening;

import org.jspecify.annotations.NullMarked;
