package io.chatkeeper.sop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chatkeeper.contract.Role;
import io.chatkeeper.contract.SopRef;
import org.junit.jupiter.api.Test;

class SopRegisterTest {
    private static Sop sop(String id, String desk) {
        return SopReader.read(
                SmallSop.with(
                        "sop: " + id,
                        "desk-one: {role: csr, calendar: always}",
                        desk + ": {role: csr, calendar: always}"));
    }

    @Test
    void an_unknown_version_is_named() {
        assertThatThrownBy(() -> new SopRegister().get(new SopRef("tidio-loan", 3)))
                .isInstanceOf(UnknownSopVersion.class)
                .hasMessageContaining("tidio-loan@3");
    }

    @Test
    void a_version_can_not_change_its_text() {
        SopRegister register = new SopRegister();
        register.add(sop("small", "desk-one"));
        assertThatThrownBy(() -> register.add(sop("small", "desk-two")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("small@1");
    }

    @Test
    void a_desk_that_another_procedure_owns_is_a_clash() {
        SopRegister register = new SopRegister();
        register.add(sop("small", "desk-one"));
        assertThat(register.deskClashes(sop("other", "desk-one")))
                .containsExactly("desk desk-one belongs to small");
        assertThat(register.deskClashes(sop("small", "desk-one"))).isEmpty();
        assertThat(register.deskClashes(sop("other", "desk-two"))).isEmpty();
    }

    @Test
    void a_role_without_a_desk_is_served_up_the_ladder_then_down_then_at_the_entry() {
        Sop one = sop("small", "desk-one");
        assertThat(one.deskOf(Role.LEAD)).isEqualTo("desk-one");
        Sop two =
                SopReader.read(
                        SmallSop.with(
                                "desk-one: {role: csr, calendar: always}",
                                "desk-one: {role: csr, calendar: always}\n  bosses: {role: "
                                        + "manager, calendar: always}\n"
                                        + "  leads: {role: lead, calendar: always}"));
        assertThat(two.deskOf(Role.LEAD)).isEqualTo("leads");
        assertThat(two.deskOf(Role.SUPERVISOR)).isEqualTo("bosses");
        assertThat(two.deskOf(Role.SPECIALIST)).isEqualTo("leads");
        assertThat(two.entryDesk()).isEqualTo("desk-one");
    }

    @Test
    void above_the_highest_desk_there_is_only_the_highest_desk() {
        Sop sop =
                SopReader.read(
                        SmallSop.with(
                                "desk-one: {role: csr, calendar: always}",
                                "desk-one: {role: csr, calendar: always}\n  leads: {role: "
                                        + "lead, calendar: always}"));
        assertThat(sop.deskOf(Role.MANAGER)).isEqualTo("leads");
    }
}
