/// English as support people write it: words, sentences, phrases, and what a text does to its
/// reader. Pure and deterministic; knows no SOP. Whoever wants a text judged asks
/// [io.chatkeeper.sop.TextGuard].
@NullMarked
package io.chatkeeper.sop.text;

import org.jspecify.annotations.NullMarked;
