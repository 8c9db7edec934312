/// The lines and who serves them.
@NullMarked
package io.chatkeeper.projection.desks;

import org.jspecify.annotations.NullMarked;
