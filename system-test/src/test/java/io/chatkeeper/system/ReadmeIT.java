package io.chatkeeper.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.chatkeeper.local.House;
import io.chatkeeper.testkit.RealParts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// The README tells the story as shell commands; these are the commands.
@ExtendWith(SharedHouse.class)
class ReadmeIT {
    private static final Pattern BASH = Pattern.compile("(?ms)^```bash\\n(.*?)^```");
    private static final int PATIENCE_SECONDS = 120;

    @Test
    void the_commands_of_the_readme_do_what_it_says(House house) throws Exception {
        String said = run(Houses.temporaryFolder("readme"), house.url());
        assertThat(said)
                .contains("\"requirement\":\"R42\"")
                .contains("\"requirement\":\"R51\"")
                .contains("\"requirement\":\"R63\"")
                .contains("io.chatkeeper.chat.closed.v1 lee");
    }

    private static String run(Path folder, String url) throws IOException, InterruptedException {
        Path script = folder.resolve("story.sh");
        Files.writeString(script, "set -eu\n" + commands());
        Path output = folder.resolve("output");
        ProcessBuilder bash =
                new ProcessBuilder("bash", script.toString())
                        .redirectErrorStream(true)
                        .redirectOutput(output.toFile());
        bash.environment().put("CHATKEEPER_URL", url);
        Process story = bash.start();
        boolean ended = story.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
        String said = Files.readString(output);
        assertThat(ended).as(said).isTrue();
        assertThat(story.exitValue()).as(said).isZero();
        return said;
    }

    private static String commands() throws IOException {
        String readme = Files.readString(RealParts.repositoryRoot().resolve("README.md"));
        return BASH.matcher(readme)
                .results()
                .map(block -> block.group(1))
                .collect(Collectors.joining("\n"));
    }
}
