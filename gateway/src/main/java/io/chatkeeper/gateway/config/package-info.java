/// Spring wiring.
@NullMarked
package io.chatkeeper.gateway.config;

import org.jspecify.annotations.NullMarked;
