package io.chatkeeper.sop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The texts that reviewers labelled, in `src/test/cases`: what the rules say of them against what
/// the reviewers said.
class LabelledTextsTest {
    private static final double OK_WITHOUT_FINDING = 0.93;
    private static final double VIOLATIONS_FOUND = 0.80;

    static Stream<Path> files() throws IOException {
        return Files.list(Path.of("src/test/cases"))
                .filter(file -> file.toString().endsWith(".jsonl"))
                .sorted();
    }

    @ParameterizedTest
    @MethodSource("files")
    void the_rules_judge_as_the_reviewers_did(Path file) throws IOException {
        List<LabelledText> texts = LabelledText.in(file);
        Score score = new Score();
        texts.forEach(score::add);
        System.out.println(file.getFileName() + ": " + score);
        assertThat(score.okRatio())
                .as("fine and left alone")
                .isGreaterThanOrEqualTo(OK_WITHOUT_FINDING);
        assertThat(score.violationRatio())
                .as("violations seen")
                .isGreaterThanOrEqualTo(VIOLATIONS_FOUND);
    }

    /// How often rules and reviewers agree, and by code where they don't.
    private static final class Score {
        private int ok;
        private int okClean;
        private int violations;
        private int violationsMet;
        private final TreeMap<String, int[]> byCode = new TreeMap<>();
        private final StringBuilder misses = new StringBuilder();

        void add(LabelledText text) {
            Set<String> found = text.found();
            boolean good = text.isOk() ? found.isEmpty() : text.isMetBy(found);
            if (text.isOk()) {
                ok++;
                okClean += good ? 1 : 0;
            } else {
                violations++;
                violationsMet += good ? 1 : 0;
            }
            if (!good) {
                misses.append("\n  ")
                        .append(text.id())
                        .append(": expected ")
                        .append(text.expected())
                        .append(", found ")
                        .append(found);
            }
            text.expected().forEach(code -> count(code, found.contains(code) ? 0 : 1));
            found.stream()
                    .filter(code -> text.isOk() || text.mustNot().contains(code))
                    .forEach(code -> count(code, 2));
        }

        private void count(String code, int what) {
            byCode.computeIfAbsent(code, _ -> new int[3])[what]++;
        }

        double okRatio() {
            return ok == 0 ? 1 : (double) okClean / ok;
        }

        double violationRatio() {
            return violations == 0 ? 1 : (double) violationsMet / violations;
        }

        @Override
        public String toString() {
            StringBuilder text =
                    new StringBuilder(
                            "ok "
                                    + okClean
                                    + "/"
                                    + ok
                                    + ", violations "
                                    + violationsMet
                                    + "/"
                                    + violations);
            byCode.forEach((code, n) -> {
                int[] c = n;
                text.append(
                        "\n  %-20s recall %d/%d  precision %d/%d"
                                .formatted(code, c[0], c[0] + c[1], c[0], c[0] + c[2]));
            });
            return text.append(misses).toString();
        }
    }
}
