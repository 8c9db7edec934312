/// What happens to chats becomes observations of their clocks.
@NullMarked
package io.chatkeeper.sla.listening;

import org.jspecify.annotations.NullMarked;
