package io.chatkeeper.sop;

import java.time.LocalDate;

/// When the procedure was last looked over, when it is due again, and who approved it (R12).
public record Review(
        LocalDate last, LocalDate next, String approvedByName, String approvedByTitle) {}
