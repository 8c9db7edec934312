package io.chatkeeper.chat;

import io.chatkeeper.testkit.HouseRules;
import java.util.List;
import org.junit.jupiter.api.Test;

class HouseRulesTest {
    private final HouseRules rules = HouseRules.of("io.chatkeeper.chat");

    @Test
    void the_decision_rooms_are_pure() {
        rules.decision_rooms_are_pure("io.chatkeeper.chat.chat", "io.chatkeeper.chat.sop")
                .events_are_sealed_records("io.chatkeeper.chat.chat", "io.chatkeeper.chat.sop");
    }

    @Test
    void time_and_chance_are_arguments() {
        rules.time_and_chance_are_arguments();
    }

    @Test
    void technologies_stay_in_their_rooms() {
        List<String> config = List.of("io.chatkeeper.chat.config..");
        rules.technologies_stay_in_their_rooms(config, config, config);
    }

    @Test
    void rooms_are_entered_in_one_direction_only() {
        rules.rooms_form_no_cycles("io.chatkeeper.chat.(*)..");
    }

    @Test
    void nothing_is_injected_into_fields() {
        rules.nothing_is_injected_into_fields();
    }
}
