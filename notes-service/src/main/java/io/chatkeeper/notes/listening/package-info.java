/// What a chat says of its notes becomes our own commands.
@NullMarked
package io.chatkeeper.notes.listening;

import org.jspecify.annotations.NullMarked;
