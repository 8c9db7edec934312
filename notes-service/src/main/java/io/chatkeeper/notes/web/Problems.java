package io.chatkeeper.notes.web;

import io.chatkeeper.sop.TextGuard;
import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/// The one table of what can be wrong with a request here.
enum Problems {
    MALFORMED(HttpStatus.BAD_REQUEST, "Name a kind that can be checked, and a text."),
    UNKNOWN_SOP(HttpStatus.NOT_FOUND, "There is no procedure of that id."),
    TOO_LARGE(
            HttpStatus.CONTENT_TOO_LARGE,
            "A text has at most " + TextGuard.LONGEST + " characters.");

    private final HttpStatus status;
    private final String detail;

    Problems(HttpStatus status, String detail) {
        this.status = status;
        this.detail = detail;
    }

    ErrorResponseException exception() {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setProperty("code", name().toLowerCase(Locale.ROOT).replace('_', '-'));
        return new ErrorResponseException(status, problem, null);
    }
}
