package io.chatkeeper.pipeline.axon;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.junit.jupiter.api.Test;

/// The event store of a decision works in a lane's turn, or not at all.
class TurnScopeTest {
    @Test
    void there_is_no_decision_outside_a_unit_of_work() {
        assertThatThrownBy(TurnScope::current).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void a_unit_of_work_that_no_lane_has_opened_will_not_do() {
        var foreign = DefaultUnitOfWork.startAndGet(null);
        try {
            assertThatThrownBy(TurnScope::current)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("outside its turn");
        } finally {
            foreign.rollback();
        }
    }
}
