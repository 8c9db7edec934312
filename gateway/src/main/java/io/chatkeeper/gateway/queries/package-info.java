/// Reads: what the read models know, cut down to what the caller may see.
@NullMarked
package io.chatkeeper.gateway.queries;

import org.jspecify.annotations.NullMarked;
