/// Spring wiring.
@NullMarked
package io.chatkeeper.notes.config;

import org.jspecify.annotations.NullMarked;
