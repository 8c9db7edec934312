package io.chatkeeper.chat.rehearsal;

import io.chatkeeper.sop.Sop;
import io.chatkeeper.sop.SopFaults;
import io.chatkeeper.sop.SopReader;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// The program behind `./run sop-test`: plays the scenarios of a procedure.
public final class SopTest {
    /// Every scenario ends as it says.
    public static final int KEPT = 0;

    /// At least one does not.
    public static final int BROKEN = 1;

    /// A file can't be read, or the arguments are not understood.
    public static final int UNREADABLE = 2;

    private SopTest() {}

    /// Arguments: the SOP file, and its scenarios if they don't lie beside it as
    /// `<name>.scenarios.yaml`.
    public static void main(String[] arguments) {
        if (arguments.length == 0 || arguments.length > 2) {
            System.err.println("usage: sop-test <SOP file> [<file of scenarios>]");
            System.exit(UNREADABLE);
        }
        Path sop = Path.of(arguments[0]);
        Path scenarios = arguments.length == 2 ? Path.of(arguments[1]) : beside(sop);
        System.exit(run(sop, scenarios, System.out));
    }

    private static Path beside(Path sop) {
        String name = sop.getFileName().toString().replaceFirst("\\.ya?ml$", ".scenarios.yaml");
        return sop.resolveSibling(name);
    }

    /// Plays them all and tells of each; returns the exit code.
    public static int run(Path sopFile, Path scenarioFile, PrintStream out) {
        try {
            Sop sop = SopReader.read(Files.readAllBytes(sopFile));
            return play(sop, Scenarios.read(Files.readString(scenarioFile)), out);
        } catch (SopFaults faults) {
            faults.faults().forEach(fault -> out.println(sopFile + ": " + fault));
        } catch (Scenarios.Unreadable unreadable) {
            out.println(scenarioFile + ": " + unreadable.getMessage());
        } catch (IOException e) {
            out.println("can't be read: " + e.getMessage());
        }
        return UNREADABLE;
    }

    private static int play(Sop sop, List<Scenario> scenarios, PrintStream out) {
        Rehearsal rehearsal = new Rehearsal(sop);
        int broken = 0;
        for (Scenario scenario : scenarios) {
            Optional<String> wrong = rehearsal.play(scenario);
            broken += wrong.isPresent() ? 1 : 0;
            out.println(
                    (wrong.isPresent() ? "BROKEN  " : "kept    ")
                            + String.join(" ", scenario.requirements())
                            + "  "
                            + scenario.name()
                            + wrong.map(why -> ": " + why).orElse(""));
        }
        out.println("%s: %d scenarios, %d broken".formatted(sop.ref(), scenarios.size(), broken));
        return broken == 0 ? KEPT : BROKEN;
    }
}
