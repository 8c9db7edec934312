/// Kafka in and out: record formats, the command loop, sending.
@NullMarked
package io.chatkeeper.pipeline.kafka;

import org.jspecify.annotations.NullMarked;
