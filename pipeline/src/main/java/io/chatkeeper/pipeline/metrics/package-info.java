/// What operators see of lanes and journal: counters and timers around the ports, so that what is
/// measured knows nothing of it. No text of people gets into a tag.
@NullMarked
package io.chatkeeper.pipeline.metrics;

import org.jspecify.annotations.NullMarked;
