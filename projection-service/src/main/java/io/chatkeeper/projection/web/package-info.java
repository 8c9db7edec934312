/// What the gateway asks. It alone may, and it decides who sees what.
@NullMarked
package io.chatkeeper.projection.web;

import org.jspecify.annotations.NullMarked;
