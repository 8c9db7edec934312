package io.chatkeeper.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Reads the files by their shape; the services read them properly.
class DemoUsersTest {

    private static final Pattern DESKS = Pattern.compile("(?m)^desks:.*\\n((?:[ #].*\\n)+)");
    private static final Pattern DESK = Pattern.compile("(?m)^  ([a-z-]+):");
    private static final Pattern SERVED = Pattern.compile("(?m)^  (?:homeDesk|helpsAt): (.*)$");

    @Test
    void together_the_demo_users_serve_every_desk_of_the_shipped_sops_and_no_other()
            throws IOException {
        assertThat(served()).isEqualTo(desks());
    }

    private static Set<String> served() throws IOException {
        Path users = Repository.root().resolve("deploy/local/users.yaml");
        return found(SERVED, Files.readString(users))
                .flatMap(desks -> Stream.of(desks.replaceAll("[\\[\\]]", "").split(", *")))
                .filter(desk -> !desk.isBlank())
                .collect(TreeSet::new, Set::add, Set::addAll);
    }

    private static Set<String> desks() throws IOException {
        Set<String> desks = new TreeSet<>();
        List<Path> sops;
        try (Stream<Path> files = Files.list(Repository.root().resolve("deploy/sops"))) {
            sops = files.filter(file -> file.toString().endsWith(".yaml")).toList();
        }
        for (Path sop : sops) {
            found(DESKS, Files.readString(sop))
                    .flatMap(section -> found(DESK, section))
                    .forEach(desks::add);
        }
        return desks;
    }

    private static Stream<String> found(Pattern pattern, String text) {
        return pattern.matcher(text).results().map((MatchResult match) -> match.group(1));
    }
}
