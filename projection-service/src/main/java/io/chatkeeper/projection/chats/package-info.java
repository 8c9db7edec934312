/// The chat as the screen shows it, and the rows of lists.
@NullMarked
package io.chatkeeper.projection.chats;

import org.jspecify.annotations.NullMarked;
