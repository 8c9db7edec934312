/// A lane per stream: what waits for a stream is decided in one turn, appended once, published in
/// order. Knows neither Kafka nor MongoDB; both are behind ports.
@NullMarked
package io.chatkeeper.pipeline.lanes;

import org.jspecify.annotations.NullMarked;
