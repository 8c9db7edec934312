package io.chatkeeper.gateway.protection;

import io.chatkeeper.contract.Refusal;
import io.chatkeeper.contract.Violation;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/// An answer that is not what the caller hoped for: becomes `application/problem+json` (RFC 9457).
/// No stack trace; whatever the detail says may be read by whoever called.
public final class Problem extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final HttpStatus status;
    private final String code;
    private final String detail;
    private final transient List<Violation> violations;
    private final @Nullable Duration retryAfter;

    private Problem(
            HttpStatus status,
            String code,
            String detail,
            List<Violation> violations,
            @Nullable Duration retryAfter) {
        super(code, null, false, false);
        this.status = status;
        this.code = code;
        this.detail = detail;
        this.violations = violations;
        this.retryAfter = retryAfter;
    }

    public static Problem of(HttpStatus status, String code, String detail) {
        return new Problem(status, code, detail, List.of(), null);
    }

    /// The caller may try again after a while.
    public static Problem later(
            HttpStatus status, String code, String detail, Duration retryAfter) {
        return new Problem(status, code, detail, List.of(), retryAfter);
    }

    /// There is no such thing, or the caller may not know that there is.
    public static Problem notFound() {
        return of(HttpStatus.NOT_FOUND, "not-found", "There is no such thing here.");
    }

    /// The request itself makes no sense.
    public static Problem malformed(String detail) {
        return of(HttpStatus.BAD_REQUEST, "malformed", detail);
    }

    /// The request is understood and breaks rules.
    public static Problem refused(String code, String detail, List<Violation> violations) {
        return new Problem(
                HttpStatus.UNPROCESSABLE_CONTENT, code, detail, List.copyOf(violations), null);
    }

    /// The caller may not do this, whatever it is done to.
    public static Problem forbidden(String code, String detail) {
        return of(HttpStatus.FORBIDDEN, code, detail);
    }

    /// What a decision refused, in the one translation table from refusals to HTTP.
    public static Problem of(Refusal refusal) {
        HttpStatus status =
                switch (refusal.kind()) {
                    case MALFORMED -> HttpStatus.BAD_REQUEST;
                    case FORBIDDEN -> HttpStatus.FORBIDDEN;
                    case NOT_FOUND -> HttpStatus.NOT_FOUND;
                    case CONFLICT, EXPIRED -> HttpStatus.CONFLICT;
                    case SOP_VIOLATION, KEY_REUSED -> HttpStatus.UNPROCESSABLE_CONTENT;
                    case PRECONDITION -> HttpStatus.PRECONDITION_FAILED;
                    case BROKEN -> HttpStatus.INTERNAL_SERVER_ERROR;
                };
        return new Problem(status, refusal.code(), refusal.detail(), refusal.violations(), null);
    }

    public HttpStatus status() {
        return status;
    }

    public String code() {
        return code;
    }

    public String detail() {
        return detail;
    }

    public List<Violation> violations() {
        return violations;
    }

    public @Nullable Duration retryAfter() {
        return retryAfter;
    }
}
