package io.chatkeeper.gateway.queries;

import io.chatkeeper.gateway.protection.Problem;
import io.chatkeeper.sop.Handbook;
import io.chatkeeper.sop.Review;
import io.chatkeeper.sop.Sop;
import io.chatkeeper.sop.SopChange;
import io.chatkeeper.sop.SopDiff;
import io.chatkeeper.sop.SopFault;
import io.chatkeeper.sop.SopFaults;
import io.chatkeeper.sop.SopReader;
import io.chatkeeper.sop.SopRegister;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// The procedures as callers see them. Every version that was ever published is known here, by the
/// same feed that fills every service.
public final class SopDocuments {
    private final SopRegister register;
    private final InstantSource clock;

    public SopDocuments(SopRegister register, InstantSource clock) {
        this.register = register;
        this.clock = clock;
    }

    record Approved(String name, String title) {}

    record Reviewed(LocalDate last, LocalDate next, Approved approvedBy) {
        static Reviewed of(Review review) {
            return new Reviewed(
                    review.last(),
                    review.next(),
                    new Approved(review.approvedByName(), review.approvedByTitle()));
        }
    }

    /// @param reviewDue whether the day of the next review has come (R12)
    record Head(String id, int version, String title, Reviewed review, boolean reviewDue) {}

    record Version(int version, String title, Reviewed review) {}

    /// One thing the handbook says to people; the procedure's own rules are in its text.
    record Says(String section, String id, String text, List<String> requirements) {
        static Says of(Handbook.Entry entry) {
            return new Says(
                    entry.section().name().toLowerCase(Locale.ROOT),
                    entry.id(),
                    entry.text(),
                    entry.requirements());
        }
    }

    record Whole(
            Head sop,
            List<String> desks,
            List<Version> versions,
            List<Says> handbook,
            String yaml) {}

    record Text(String id, int version, String title, Reviewed review, String yaml) {}

    record Change(String path, String kind, @Nullable String before, @Nullable String after) {
        static Change of(SopChange change) {
            return new Change(
                    change.path(),
                    change.kind().name().toLowerCase(Locale.ROOT),
                    change.before(),
                    change.after());
        }
    }

    record Changes(String id, int since, int version, List<Change> changes) {}

    /// @param current the version in force; 0 if there is none
    record Checked(int current, List<SopFault> faults, List<Change> changes) {}

    List<Head> inForce() {
        return register.inForce().map(this::head).toList();
    }

    Whole newest(String id) {
        Sop sop = register.newest(id).orElseThrow(Problem::notFound);
        List<Version> versions =
                register.history(id).stream()
                        .map(one ->
                                new Version(
                                        one.ref().version(),
                                        one.title(),
                                        Reviewed.of(one.review())))
                        .toList();
        return new Whole(
                head(sop),
                List.copyOf(sop.desks().keySet()),
                versions,
                sop.handbook().entries().stream().map(Says::of).toList(),
                sop.source());
    }

    Text version(String id, int version) {
        Sop sop = known(id, version);
        return new Text(id, version, sop.title(), Reviewed.of(sop.review()), sop.source());
    }

    Changes changes(String id, int since, int version) {
        return new Changes(id, since, version, between(known(id, since), known(id, version)));
    }

    /// What publishing that text would do. Publishes nothing.
    Checked check(String id, String yaml) {
        int current = register.newest(id).map(sop -> sop.ref().version()).orElse(0);
        try {
            Sop candidate = read(id, yaml);
            List<Change> changes =
                    register.newest(id).map(sop -> between(sop, candidate)).orElse(List.of());
            return new Checked(current, List.of(), changes);
        } catch (SopFaults faults) {
            return new Checked(current, faults.faults(), List.of());
        }
    }

    /// The text as a procedure that could be published under that id.
    ///
    /// @throws SopFaults with everything that is wrong with it, clashes with other procedures too
    public Sop read(String id, String yaml) {
        Sop sop = SopReader.read(yaml);
        List<String> wrong = register.deskClashes(sop);
        if (!sop.ref().id().equals(id)) {
            throw SopFaults.of(
                    "sop", "This is the address of " + id + ", not of " + sop.ref().id() + ".");
        }
        if (!wrong.isEmpty()) {
            throw SopFaults.of(
                    "desks", "A desk has one procedure only: " + String.join("; ", wrong) + ".");
        }
        return sop;
    }

    private static List<Change> between(Sop older, Sop newer) {
        return SopDiff.between(older, newer).stream().map(Change::of).toList();
    }

    private Sop known(String id, int version) {
        return register.history(id).stream()
                .filter(sop -> sop.ref().version() == version)
                .findFirst()
                .orElseThrow(Problem::notFound);
    }

    private Head head(Sop sop) {
        ZoneId zone = sop.calendars().values().iterator().next().zone();
        LocalDate today = LocalDate.ofInstant(clock.instant(), zone);
        boolean due = !sop.review().next().isAfter(today);
        return new Head(
                sop.ref().id(), sop.ref().version(), sop.title(), Reviewed.of(sop.review()), due);
    }
}
