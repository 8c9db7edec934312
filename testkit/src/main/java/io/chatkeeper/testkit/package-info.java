/// What tests share: house rules, tidiness, the real broker and store. Test scope only.
@NullMarked
package io.chatkeeper.testkit;

import org.jspecify.annotations.NullMarked;
