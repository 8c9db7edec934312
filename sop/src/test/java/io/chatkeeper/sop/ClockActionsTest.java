package io.chatkeeper.sop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.chatkeeper.contract.ClockAction;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClockActionsTest {
    private static String file(String start, String more) {
        return SmallSop.with(
                "start: opened, stop: replied,",
                "start: " + start + ", stop: [replied, acknowledged], " + more + ",");
    }

    @Test
    void a_ladder_is_read_in_its_order() {
        ClockRule clock =
                SopReader.read(
                                file(
                                        "transferred",
                                        "onBreach: [{reassign: desk}, {escalate: next, inform: {timeline: PT1H}},"
                                                + " {inform: {message: 'Wait, {reference}.'}}],"
                                                + " repeat: {every: PT10M, most: 3}"))
                        .clock("reply");
        var inform = new ClockAction.Inform("Wait, {reference}.");
        assertThat(clock.onBreach())
                .containsExactly(
                        new ClockAction.Reassign("desk"),
                        new ClockAction.Escalate(null, Duration.ofHours(1), null, true),
                        inform);
        assertThat(clock.repeat()).isEqualTo(new ClockRule.Repeat(Duration.ofMinutes(10), 3));
        assertThat(ClockRule.words(inform, "CK-1")).isEqualTo("Wait, CK-1.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "onBreach: [{reassign: desk}] | Only a transfer can be reassigned",
                "onBreach: [{notify: lead, escalate: lead}] | An action is one of notify, inform",
                "onBreach: [{notify: lead, inform: {message: Hi}}] | in an action of its own",
                "onBreach: [{escalate: lead, inform: {message: Hi}}] | tells escalation.message",
                "onBreach: [{inform: {timeline: PT1H}}] | Give the message to the customer",
                "onBreach: [{inform: {message: 'By {time}'}}] | Nobody fills in {time}.",
                "repeat: {every: PT1M, most: 2} | There is nothing to repeat"
            })
    void what_does_not_fit_is_said_so(String more, String told) {
        SopFaults faults =
                catchThrowableOfType(SopFaults.class, () -> SopReader.read(file("opened", more)));
        assertThat(faults.faults())
                .anySatisfy(fault -> assertThat(fault.toString()).contains(told));
    }
}
