/// Time limits: aggregate `clock`.
@NullMarked
package io.chatkeeper.sla;

import org.jspecify.annotations.NullMarked;
