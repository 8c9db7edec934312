/// Ways of putting work on a target, and what came of it.
@NullMarked
package io.chatkeeper.bench.load;

import org.jspecify.annotations.NullMarked;
