package io.chatkeeper.gateway.protection;

import io.chatkeeper.contract.PersonalText;
import io.chatkeeper.sop.SensitiveData;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/// Text on its way in: bounded, stripped, and with card numbers, social security numbers and
/// passwords masked before anything is written to the log.
public final class Texts {
    /// A message, a note, a context.
    public static final int LONG = 8_000;

    /// A name, a topic, an address.
    public static final int SHORT = 200;

    private Texts() {}

    /// Text that must be there.
    ///
    /// @throws Problem 400 if it is missing or blank, 413 if it is too long
    public static PersonalText required(String field, @Nullable String text, int limit) {
        PersonalText given = optional(field, text, limit);
        if (given == null) {
            throw Problem.malformed("The field " + field + " is missing.");
        }
        return given;
    }

    /// Text that may be absent; blank counts as absent.
    public static @Nullable PersonalText optional(String field, @Nullable String text, int limit) {
        if (text == null || text.isBlank()) {
            return null;
        }
        if (text.length() > limit) {
            throw Problem.of(
                    HttpStatus.CONTENT_TOO_LARGE,
                    "too-large",
                    "The field %s is longer than %d characters.".formatted(field, limit));
        }
        if (!isText(text)) {
            throw Problem.malformed("The field " + field + " holds something that is no text.");
        }
        return PersonalText.of(SensitiveData.mask(text));
    }

    /// Half a character can't be written as UTF-8, and a NUL is no text.
    private static boolean isText(String text) {
        return text.codePoints()
                .noneMatch(point -> point == 0 || Character.getType(point) == Character.SURROGATE);
    }

    /// Text whose emptiness the SOP judges, not we.
    public static PersonalText judgedLater(String field, @Nullable String text, int limit) {
        PersonalText given = optional(field, text, limit);
        return given == null ? new PersonalText("") : given;
    }
}
