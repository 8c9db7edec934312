/// Spring wiring.
@NullMarked
package io.chatkeeper.chat.config;

import org.jspecify.annotations.NullMarked;
