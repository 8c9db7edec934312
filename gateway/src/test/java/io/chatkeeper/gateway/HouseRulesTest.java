package io.chatkeeper.gateway;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.chatkeeper.testkit.HouseRules;
import java.util.List;
import org.junit.jupiter.api.Test;

class HouseRulesTest {
    private final HouseRules house = HouseRules.of("io.chatkeeper.gateway");

    @Test
    void time_and_chance_come_in_as_arguments() {
        house.time_and_chance_are_arguments();
    }

    @Test
    void rooms_are_entered_in_one_direction() {
        house.rooms_form_no_cycles("io.chatkeeper.gateway.(*)..");
    }

    @Test
    void kafka_stays_in_the_feed_and_the_wiring_and_there_is_no_store() {
        house.technologies_stay_in_their_rooms(
                List.of("..config..", "..streams.."), List.of("nowhere"), List.of("nowhere"));
    }

    @Test
    void nothing_is_injected_into_fields() {
        house.nothing_is_injected_into_fields();
    }

    @Test
    void breakers_and_limits_are_made_in_config_and_protection_alone() {
        noClasses()
                .that()
                .resideOutsideOfPackages("..config..", "..protection..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.github.resilience4j..")
                .check(
                        new ClassFileImporter()
                                .withImportOption(new ImportOption.DoNotIncludeTests())
                                .importPackages("io.chatkeeper.gateway"));
    }
}
