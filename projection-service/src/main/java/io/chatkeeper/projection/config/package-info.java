/// Spring wiring.
@NullMarked
package io.chatkeeper.projection.config;

import org.jspecify.annotations.NullMarked;
