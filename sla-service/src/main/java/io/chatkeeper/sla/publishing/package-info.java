/// Stored event to public event.
@NullMarked
package io.chatkeeper.sla.publishing;

import org.jspecify.annotations.NullMarked;
