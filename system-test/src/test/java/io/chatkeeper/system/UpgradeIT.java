package io.chatkeeper.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.chatkeeper.local.House;
import io.chatkeeper.local.HouseSettings;
import io.chatkeeper.testkit.RealParts;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// Two versions side by side, the one before and today's: what one has written the other reads, and
/// a chat goes through both, whichever of them serves the first instances. Skipped, and reported
/// so, while there is no version before this one.
class UpgradeIT {
    private static final Map<String, Integer> TWO_OF_EACH =
            House.SERVICES.stream().collect(Collectors.toMap(one -> one, _ -> 2));

    private final Path data = Houses.temporaryFolder("upgrade");

    @Test
    void a_house_goes_from_the_previous_version_to_this_one_and_back() {
        Optional<PreviousVersion> found = PreviousVersion.find();
        assumeThat(found).as("no version before this one: there is no tag yet").isPresent();
        PreviousVersion previous = found.orElseThrow().built();

        Visitor ann;
        try (House old = house(1, previous)) {
            Http http = new Http(old.url());
            ann = opened(http, "Ann");
            new LoanStory(http, _ -> {}).play();
        }
        try (House forward = house(2, previous)) {
            Http http = new Http(forward.url());
            assertThat(ann.at(http).act("messages", Map.of("text", "Still there?")).status())
                    .isEqualTo(201);
            new LoanStory(http, _ -> {}).play();
        }
        assertThat(Houses.run(data, "verify-log")).contains("the log is whole");
    }

    /// Number `newer` of each service is today's, the other one is the version before.
    private House house(int newer, PreviousVersion previous) {
        Path root = RealParts.repositoryRoot();
        HouseSettings settings =
                new HouseSettings(
                        root, data, 0, root.resolve("deploy/sops"), Map.of(), TWO_OF_EACH);
        return House.start(
                settings,
                process -> {
                    String service = House.serviceOf(process);
                    return process.endsWith("-" + newer)
                            ? House.jar(root, service)
                            : previous.jar(service);
                },
                line -> System.out.println("[house] " + line));
    }

    private static Visitor opened(Http http, String name) {
        Visitor visitor = Visitor.opens(http, "loan", name, "Hello?");
        Agent.signsIn(http, "cam").is("available").awaits(visitor.chatId());
        return visitor;
    }
}
