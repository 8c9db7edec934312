/// The way in: REST, live streams, identity, protection; and the pages.
@NullMarked
package io.chatkeeper.gateway;

import org.jspecify.annotations.NullMarked;
