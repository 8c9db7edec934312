/// What all views share: a document a stream, folded event by event, written in batches.
@NullMarked
package io.chatkeeper.projection.views;

import org.jspecify.annotations.NullMarked;
