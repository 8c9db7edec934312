/// Figures against their targets: table, JSON, picture.
@NullMarked
package io.chatkeeper.bench.report;

import org.jspecify.annotations.NullMarked;
