/// What operators see of one request on its way through all services: spans around the ports, so
/// that what is traced knows nothing of it. Where tracing is off none of this is built. No text of
/// people gets into a span.
@NullMarked
package io.chatkeeper.pipeline.tracing;

import org.jspecify.annotations.NullMarked;
