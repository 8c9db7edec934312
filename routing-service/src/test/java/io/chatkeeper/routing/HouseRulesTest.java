package io.chatkeeper.routing;

import io.chatkeeper.testkit.HouseRules;
import org.junit.jupiter.api.Test;

class HouseRulesTest {
    private static final String[] ROOMS = {
        "io.chatkeeper.routing.agent", "io.chatkeeper.routing.desk"
    };

    @Test
    void the_rules_of_the_house_hold() {
        HouseRules.of("io.chatkeeper.routing")
                .time_and_chance_are_arguments()
                .decision_rooms_are_pure(ROOMS)
                .events_are_sealed_records(ROOMS)
                .rooms_form_no_cycles("io.chatkeeper.routing.(*)..")
                .nothing_is_injected_into_fields();
    }
}
