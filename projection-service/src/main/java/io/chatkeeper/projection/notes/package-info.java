/// The notes of a chat.
@NullMarked
package io.chatkeeper.projection.notes;

import org.jspecify.annotations.NullMarked;
