package io.chatkeeper.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// The ids in `sites.yaml`, to print their addresses; the gateway reads the file properly.
final class DemoSites {

    private static final Pattern SITE = Pattern.compile("(?m)^- site: *([a-z0-9-]+) *$");

    private DemoSites() {}

    static List<String> ids(Path file) throws IOException {
        return SITE.matcher(Files.readString(file))
                .results()
                .map((MatchResult match) -> match.group(1))
                .toList();
    }
}
