/// Axon does the work of an aggregate: repository, unit of work, event store interfaces over our
/// journal, upcasters. Nobody else in the pipeline knows Axon.
@NullMarked
package io.chatkeeper.pipeline.axon;

import org.jspecify.annotations.NullMarked;
