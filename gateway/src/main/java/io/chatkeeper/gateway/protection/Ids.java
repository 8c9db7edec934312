package io.chatkeeper.gateway.protection;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Ids that callers send. They become parts of stream ids, record keys and event sources, so only
/// plain characters get through.
public final class Ids {
    /// An id has at most this many characters.
    public static final int LONGEST = 120;

    private static final int LIST = 50;
    private static final Pattern PLAIN =
            Pattern.compile("[A-Za-z0-9][A-Za-z0-9._@-]{0," + (LONGEST - 1) + "}");

    private Ids() {}

    /// Whether there could be a thing of that id.
    public static boolean isPlain(@Nullable String id) {
        return id != null && PLAIN.matcher(id).matches();
    }

    /// @throws Problem 400 if it is missing or can't be an id
    public static String required(String field, @Nullable String id) {
        if (!isPlain(id)) {
            throw Problem.malformed(
                    "The field %s is an id of letters, digits and . _ @ -, at most %d."
                            .formatted(field, LONGEST));
        }
        return String.valueOf(id);
    }

    /// @throws Problem 400 if one of them can't be an id, or if there are too many
    public static List<String> list(String field, @Nullable List<@Nullable String> ids) {
        if (ids == null) {
            return List.of();
        }
        if (ids.size() > LIST) {
            throw Problem.malformed("At most " + LIST + " entries in " + field + ".");
        }
        return ids.stream().map(id -> required(field, id)).toList();
    }
}
