/// Stored event to public event.
@NullMarked
package io.chatkeeper.routing.publishing;

import org.jspecify.annotations.NullMarked;
