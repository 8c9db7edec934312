/// Spring wiring.
@NullMarked
package io.chatkeeper.sla.config;

import org.jspecify.annotations.NullMarked;
