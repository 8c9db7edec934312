/// Whether what was acknowledged is stored once and in order. Reads raw documents, not through the
/// code that is measured.
@NullMarked
package io.chatkeeper.bench.oracle;

import org.jspecify.annotations.NullMarked;
