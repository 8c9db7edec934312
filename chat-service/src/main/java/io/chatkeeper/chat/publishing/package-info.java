/// Stored event to public event.
@NullMarked
package io.chatkeeper.chat.publishing;

import org.jspecify.annotations.NullMarked;
