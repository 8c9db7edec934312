/// Stored event to public event.
@NullMarked
package io.chatkeeper.notes.publishing;

import org.jspecify.annotations.NullMarked;
