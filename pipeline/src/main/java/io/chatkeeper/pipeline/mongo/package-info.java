/// The journal in MongoDB. The one place that blocks on the reactive driver.
@NullMarked
package io.chatkeeper.pipeline.mongo;

import org.jspecify.annotations.NullMarked;
