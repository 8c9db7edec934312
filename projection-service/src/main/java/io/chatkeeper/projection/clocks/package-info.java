/// The clocks of a chat.
@NullMarked
package io.chatkeeper.projection.clocks;

import org.jspecify.annotations.NullMarked;
