package io.chatkeeper.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;

/// The examples of `docs/writing-an-sop.md`, for specs that play what the page shows.
public final class Guide {
    private static final String BEGIN = "```yaml\n";
    private static final String END = "```";

    private Guide() {}

    /// The smallest file of the page with the first example below a heading added to it.
    ///
    /// @throws IllegalArgumentException if the page has no such heading, or no example below it
    public static String file(String heading) {
        return example("The smallest file") + example(heading);
    }

    private static String example(String heading) {
        String page = page();
        int section = page.indexOf("\n## " + heading + "\n");
        int begin = section < 0 ? -1 : page.indexOf(BEGIN, section);
        if (begin < 0) {
            throw new IllegalArgumentException("no example below: " + heading);
        }
        int first = begin + BEGIN.length();
        return page.substring(first, page.indexOf(END, first));
    }

    private static String page() {
        try {
            return Files.readString(RealParts.repositoryRoot().resolve("docs/writing-an-sop.md"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
