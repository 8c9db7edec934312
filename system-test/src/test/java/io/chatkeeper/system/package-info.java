/// The house as its users meet it. Each test starts the real thing: broker, store, six services.
@NullMarked
package io.chatkeeper.system;

import org.jspecify.annotations.NullMarked;
