/// Who is there and how busy.
@NullMarked
package io.chatkeeper.projection.agents;

import org.jspecify.annotations.NullMarked;
