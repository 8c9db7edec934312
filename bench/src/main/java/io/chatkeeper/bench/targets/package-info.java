/// The things that are measured, each behind the same small interface.
@NullMarked
package io.chatkeeper.bench.targets;

import org.jspecify.annotations.NullMarked;
