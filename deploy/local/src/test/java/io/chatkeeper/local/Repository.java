package io.chatkeeper.local;

import java.nio.file.Path;

/// Where the tests find the repository.
final class Repository {

    private Repository() {}

    static Path root() {
        return Path.of(System.getProperty("chatkeeper.root"));
    }
}
