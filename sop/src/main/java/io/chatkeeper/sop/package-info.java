/// The written procedure as code: its model, the reader of the file, calendars, and the checks of
/// texts. Pure: no clock, no chance, no files; every decision may enter.
@NullMarked
package io.chatkeeper.sop;

import org.jspecify.annotations.NullMarked;
