/// The decision room of a chat's notes: which note will do, and which the chat did not take. Pure;
/// only the Axon shell knows a framework.
@NullMarked
package io.chatkeeper.notes.notes;

import org.jspecify.annotations.NullMarked;
