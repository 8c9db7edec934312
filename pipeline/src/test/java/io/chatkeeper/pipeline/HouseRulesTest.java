package io.chatkeeper.pipeline;

import io.chatkeeper.testkit.HouseRules;
import java.util.List;
import org.junit.jupiter.api.Test;

class HouseRulesTest {
    private final HouseRules rules = HouseRules.of("io.chatkeeper.pipeline");

    @Test
    void time_and_chance_are_arguments() {
        rules.time_and_chance_are_arguments();
    }

    /// Parked records are Kafka records, so their port and its driver know what one is.
    @Test
    void technologies_stay_in_their_rooms() {
        rules.technologies_stay_in_their_rooms(
                List.of(
                        "io.chatkeeper.pipeline.kafka..",
                        "io.chatkeeper.pipeline.listening..",
                        "io.chatkeeper.pipeline.mongo..",
                        "io.chatkeeper.pipeline.config.."),
                List.of("io.chatkeeper.pipeline.mongo..", "io.chatkeeper.pipeline.config.."),
                List.of("io.chatkeeper.pipeline.axon.."));
    }

    @Test
    void rooms_are_entered_in_one_direction_only() {
        rules.rooms_form_no_cycles("io.chatkeeper.pipeline.(*)..");
    }

    @Test
    void nothing_is_injected_into_fields() {
        rules.nothing_is_injected_into_fields();
    }
}
