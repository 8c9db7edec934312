package io.chatkeeper.projection;

import io.chatkeeper.testkit.HouseRules;
import java.util.List;
import org.junit.jupiter.api.Test;

class HouseRulesTest {
    private final HouseRules house = HouseRules.of("io.chatkeeper.projection");

    @Test
    void time_and_chance_come_in_as_arguments() {
        house.time_and_chance_are_arguments();
    }

    @Test
    void rooms_are_entered_in_one_direction() {
        house.rooms_form_no_cycles("io.chatkeeper.projection.(*)..");
    }

    @Test
    void the_store_is_known_to_view_rooms_and_kafka_to_the_wiring() {
        house.technologies_stay_in_their_rooms(
                List.of("..config.."),
                List.of("..config..", "..views..", "..chats..", "..clocks..", "..desks.."),
                List.of("nowhere"));
    }

    @Test
    void nothing_is_injected_into_fields() {
        house.nothing_is_injected_into_fields();
    }
}
