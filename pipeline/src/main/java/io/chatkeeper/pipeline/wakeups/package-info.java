/// Timers of the streams whose partitions are ours.
@NullMarked
package io.chatkeeper.pipeline.wakeups;

import org.jspecify.annotations.NullMarked;
