/// The console, the widget and the demo pages.
@NullMarked
package io.chatkeeper.gateway.pages;

import org.jspecify.annotations.NullMarked;
