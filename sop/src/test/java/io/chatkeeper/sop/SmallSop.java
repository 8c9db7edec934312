package io.chatkeeper.sop;

import static org.assertj.core.api.Assertions.assertThat;

/// The smallest file that is worth reading; line numbers in tests count its lines.
final class SmallSop {
    static final String TEXT =
            """
            sop: small
            version: 1
            title: A small procedure
            review: {last: 2026-11-01, next: 2027-05-01, approvedBy: {name: Ann Lee, title: Head}}
            calendars:
              always: {zone: UTC, hours: always}
            desks:
              desk-one: {role: csr, calendar: always}
            clocks:
            """
                    + "  reply: {requirement: R59, start: opened, stop: replied,"
                    + " breach: PT3M, calendar: always}\n";

    private SmallSop() {}

    /// The file with one piece replaced.
    static String with(String piece, String other) {
        assertThat(TEXT).contains(piece);
        return TEXT.replace(piece, other);
    }

    /// The file with another name and one piece replaced.
    static String with(String name, String piece, String other) {
        return with(piece, other).replace("sop: small", name);
    }
}
