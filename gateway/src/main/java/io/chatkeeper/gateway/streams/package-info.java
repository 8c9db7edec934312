/// Live streams: public events as server-sent events, without a gap.
@NullMarked
package io.chatkeeper.gateway.streams;

import org.jspecify.annotations.NullMarked;
