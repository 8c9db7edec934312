package io.chatkeeper.sla;

import io.chatkeeper.testkit.HouseRules;
import org.junit.jupiter.api.Test;

class HouseRulesTest {
    private static final String ROOM = "io.chatkeeper.sla.clock";

    @Test
    void the_rules_of_the_house_hold() {
        HouseRules.of("io.chatkeeper.sla")
                .time_and_chance_are_arguments()
                .decision_rooms_are_pure(ROOM)
                .events_are_sealed_records(ROOM)
                .rooms_form_no_cycles("io.chatkeeper.sla.(*)..")
                .nothing_is_injected_into_fields();
    }
}
