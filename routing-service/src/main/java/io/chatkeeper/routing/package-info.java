/// Who serves a chat: aggregates `agent` and `desk`.
@NullMarked
package io.chatkeeper.routing;

import org.jspecify.annotations.NullMarked;
