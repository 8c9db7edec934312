/// Spring wiring, settings and the clock bean.
@NullMarked
package io.chatkeeper.pipeline.config;

import org.jspecify.annotations.NullMarked;
