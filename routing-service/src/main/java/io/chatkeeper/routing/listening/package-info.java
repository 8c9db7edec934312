/// Events of chats and of our own agents and desks become our commands.
@NullMarked
package io.chatkeeper.routing.listening;

import org.jspecify.annotations.NullMarked;
