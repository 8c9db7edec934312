package io.chatkeeper.chat.sop;

import static org.assertj.core.api.Assertions.assertThat;

import io.chatkeeper.contract.Actor;
import io.chatkeeper.contract.Role;
import io.chatkeeper.contract.SopCommand;
import io.chatkeeper.contract.SopCommand.PublishSop;
import io.chatkeeper.contract.WakeUp;
import io.chatkeeper.testkit.DecisionSpec;
import io.chatkeeper.testkit.RealParts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SopVersionsTest {
    private static final String ONE =
            shipped().replaceFirst("\\nversion: \\d+\\n", "\nversion: 1\n");
    private static final String TWO = ONE.replace("\nversion: 1\n", "\nversion: 2\n");

    /// The first of May 2027 in New York.
    private static final Instant DUE = Instant.parse("2027-05-01T04:00:00Z");

    private static final Actor ADA = Actor.agent("ada", Role.ADMIN);

    @Test
    void the_first_version_is_published() {
        procedure().given().when(publish(1, ONE, null)).by(ADA).then(published(1, ONE));
    }

    @Test
    void a_newer_version_replaces_the_one_in_force() {
        procedure()
                .given(published(1, ONE))
                .when(publish(2, TWO, 1))
                .by(ADA)
                .then(published(2, TWO));
    }

    @Test
    void the_same_version_with_the_same_text_changes_nothing() {
        procedure().given(published(1, ONE)).when(publish(1, ONE, null)).thenNothing();
    }

    @Test
    void the_same_version_with_another_text_is_refused() {
        procedure()
                .given(published(1, ONE))
                .when(publish(1, ONE + "# more\n", null))
                .thenRefused("version-published");
    }

    @Test
    void an_older_version_is_refused() {
        procedure()
                .given(published(1, ONE), published(2, TWO))
                .when(publish(1, ONE, null))
                .thenRefused("version-published");
    }

    @Test
    void whoever_edits_a_version_that_is_no_longer_in_force_is_told() {
        procedure()
                .given(published(1, ONE), published(2, TWO))
                .when(publish(3, TWO, 1))
                .thenRefused("stale-version");
    }

    @Test
    void a_file_with_faults_is_refused_with_their_places() {
        var refusal = procedure().given().when(publish(1, "sop: tidio-loan\n", null)).refusal();

        assertThat(refusal.code()).isEqualTo("sop-faults");
        assertThat(refusal.detail()).isNotBlank();
    }

    @Test
    void a_file_that_says_it_is_another_version_is_refused() {
        procedure().given().when(publish(2, ONE, null)).thenRefused("sop-faults");
    }

    @Test
    void a_review_that_is_due_is_told_once() {
        var wake = new WakeUp("sop-tidio-loan", DUE);
        var told = new SopEvent.SopReviewDue("tidio-loan", 1);
        procedure().given(published(1, ONE)).when(wake).at(DUE).then(told);
        procedure().given(published(1, ONE), told).when(wake).at(DUE).thenNothing();
    }

    @Test
    void a_review_is_not_told_of_early_nor_of_a_version_that_says_no_day() {
        var wake = new WakeUp("sop-tidio-loan", DUE);
        procedure().given(published(1, ONE)).when(wake).at(DUE.minusSeconds(1)).thenNothing();
        procedure()
                .given(new SopEvent.SopPublished("tidio-loan", 1, ONE, null))
                .when(wake)
                .at(DUE)
                .thenNothing();
        procedure().given().when(wake).at(DUE).thenNothing();
    }

    private static DecisionSpec<SopVersions, SopCommand, SopEvent> procedure() {
        return new DecisionSpec<>(
                SopVersions.NONE,
                SopVersions::evolve,
                (state, command, by) -> SopVersions.decide(state, command, by));
    }

    private static PublishSop publish(int version, String yaml, @Nullable Integer expected) {
        return new PublishSop("tidio-loan", version, yaml, expected);
    }

    private static SopEvent.SopPublished published(int version, String yaml) {
        return new SopEvent.SopPublished("tidio-loan", version, yaml, DUE);
    }

    private static String shipped() {
        try {
            return Files.readString(
                    RealParts.repositoryRoot().resolve("deploy/sops/tidio-loan.yaml"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
