package io.chatkeeper.testkit;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;

/// The rules of the house, as checks on compiled classes. A rule whose subject is missing fails.
public final class HouseRules {
    private static final Set<String> CLOCKS =
            Set.of(
                    Instant.class.getName(),
                    LocalDate.class.getName(),
                    LocalDateTime.class.getName(),
                    ZonedDateTime.class.getName());
    private static final Set<String> CHANCE =
            Set.of(Random.class.getName(), SecureRandom.class.getName());

    private final JavaClasses ours;

    private HouseRules(JavaClasses ours) {
        this.ours = ours;
    }

    /// The rules over the classes below a package, tests left out.
    public static HouseRules of(String basePackage) {
        return new HouseRules(
                new ClassFileImporter()
                        .withImportOption(new ImportOption.DoNotIncludeTests())
                        .withImportOption(new ImportOption.DoNotIncludeJars())
                        .importPackages(basePackage));
    }

    /// Time, chance and identity come in as arguments; only `config` reads them from the machine.
    public HouseRules time_and_chance_are_arguments() {
        DescribedPredicate<JavaAccess<?>> readsTheMachine =
                describe("a wall clock or a random source", HouseRules::readsTheMachine);
        noClasses()
                .that()
                .resideOutsideOfPackage("..config..")
                .should()
                .accessTargetWhere(readsTheMachine)
                .check(ours);
        return this;
    }

    /// A decision room depends on the JDK, `contract`, `sop`, JSpecify and itself; its Axon shell
    /// also on Axon and the pipeline's front door.
    public HouseRules decision_rooms_are_pure(String... rooms) {
        for (String room : rooms) {
            classes()
                    .that()
                    .resideInAPackage(room)
                    .and()
                    .haveSimpleNameNotEndingWith("Aggregate")
                    .should()
                    .onlyDependOnClassesThat()
                    .resideInAnyPackage(
                            "java..",
                            "io.chatkeeper.contract",
                            "io.chatkeeper.sop",
                            "org.jspecify..",
                            room)
                    .check(ours);
            classes()
                    .that()
                    .resideInAPackage(room)
                    .and()
                    .haveSimpleNameEndingWith("Aggregate")
                    .should()
                    .onlyDependOnClassesThat()
                    .resideInAnyPackage(
                            "java..",
                            "io.chatkeeper.contract",
                            "io.chatkeeper.sop",
                            "io.chatkeeper.pipeline",
                            "org.axonframework..",
                            "org.jspecify..",
                            room)
                    .check(ours);
        }
        return this;
    }

    /// Stored events and states are sealed; what implements them are records or enums.
    public HouseRules events_are_sealed_records(String... rooms) {
        for (String room : rooms) {
            classes()
                    .that()
                    .resideInAPackage(room)
                    .and()
                    .haveSimpleNameEndingWith("Event")
                    .should(
                            com.tngtech.archunit.lang.conditions.ArchConditions.be(
                                    describe(
                                            "sealed interfaces",
                                            type -> type.isInterface() && type.isSealed())))
                    .check(ours);
        }
        return this;
    }

    /// Each technology has its rooms.
    public HouseRules technologies_stay_in_their_rooms(
            List<String> kafka, List<String> mongo, List<String> axon) {
        onlyIn("org.apache.kafka..", kafka);
        onlyIn("org.springframework.kafka..", kafka);
        onlyIn("com.mongodb..", mongo);
        noClasses()
                .that()
                .resideOutsideOfPackages(axon.toArray(String[]::new))
                .and()
                .haveSimpleNameNotEndingWith("Aggregate")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.axonframework..")
                .check(ours);
        return this;
    }

    /// Rooms are entered in one direction only.
    public HouseRules rooms_form_no_cycles(String pattern) {
        slices().matching(pattern).should().beFreeOfCycles().check(ours);
        return this;
    }

    /// Constructors say what a class needs; settings are records, not scattered values.
    public HouseRules nothing_is_injected_into_fields() {
        fields().should()
                .notBeAnnotatedWith("org.springframework.beans.factory.annotation.Autowired")
                .andShould()
                .notBeAnnotatedWith("org.springframework.beans.factory.annotation.Value")
                .check(ours);
        noClasses()
                .should()
                .haveSimpleNameEndingWith("Impl")
                .orShould()
                .haveSimpleNameEndingWith("Manager")
                .orShould()
                .haveSimpleNameEndingWith("Helper")
                .orShould()
                .haveSimpleNameEndingWith("Util")
                .orShould()
                .haveSimpleNameStartingWith("Abstract")
                .check(ours);
        return this;
    }

    private void onlyIn(String technology, List<String> rooms) {
        noClasses()
                .that()
                .resideOutsideOfPackages(rooms.toArray(String[]::new))
                .should()
                .dependOnClassesThat()
                .resideInAPackage(technology)
                .check(ours);
    }

    private static boolean readsTheMachine(JavaAccess<?> access) {
        String owner = access.getTargetOwner().getName();
        String name = access.getTarget().getName();
        return name.equals("now") && CLOCKS.contains(owner)
                || owner.equals(UUID.class.getName()) && name.equals("randomUUID")
                || owner.equals(Clock.class.getName()) && name.startsWith("system")
                || owner.equals(System.class.getName()) && name.equals("currentTimeMillis")
                || owner.equals("java.util.concurrent.ThreadLocalRandom")
                || CHANCE.contains(owner) && name.equals("<init>");
    }
}
