package io.chatkeeper.sop.text;

import java.time.LocalDateTime;

/// Something that a note says will be done for the customer, and by when on the wall.
///
/// @param start where its sentence begins, in UTF-16 units
/// @param end where it has ended
public record Promise(LocalDateTime due, int start, int end) {}
