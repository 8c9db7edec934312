package io.chatkeeper.routing.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.chatkeeper.contract.AgentProfile;
import io.chatkeeper.contract.AgentStatus;
import io.chatkeeper.contract.Role;
import io.chatkeeper.contract.Wants;
import io.chatkeeper.routing.desk.DeskEvent.*;
import io.chatkeeper.sop.OfferRule;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ChoiceTest {
    private static final String DESK = "loans";
    private static final Wants KNOWN = new Wants("c-1", null, null);

    private Desk desk = Desk.EMPTY;
    private int chats;

    @Test
    void who_has_the_skill_is_asked_although_another_has_less_to_do() {
        member("ann", 2, List.of("billing"), null);
        member("bob", 0, List.of(), null);
        ChatOffered offer = offer(new Wants(null, "billing", null), "skill", "least-loaded");
        assertThat(offer.agentId()).isEqualTo("ann");
        assertThat(offer.because()).isEqualTo("has the skill billing of 2 (2 of 3)");
        assertThat(offer.passedOver()).containsExactly("bob: not first");
    }

    @Test
    void the_order_of_the_words_decides() {
        member("ann", 0, List.of("billing"), null);
        member("bob", 0, List.of(), List.of("es"));
        Wants both = new Wants(null, "billing", "es");
        assertThat(offer(both, "skill", "language").agentId()).isEqualTo("ann");
        assertThat(offer(both, "language", "skill").agentId()).isEqualTo("bob");
    }

    @Test
    void a_customer_meets_their_own_specialist_or_if_they_are_full_another() {
        member("ann", 0, List.of(), null);
        member("bob", 0, List.of(), null);
        assertThat(place(KNOWN, "bob")).isEqualTo("bob");
        assertThat(place(KNOWN, "ann")).isEqualTo("ann");
        member("bob", 2, List.of(), null);
        assertThat(offer(KNOWN, "assigned-specialist").agentId()).isEqualTo("bob");
        assertThat(offer(KNOWN, "previous-agent").agentId()).isEqualTo("ann");
        member("bob", 3, List.of(), null);
        ChatOffered fallback = offer(KNOWN, "assigned-specialist");
        assertThat(fallback.agentId()).isEqualTo("ann");
        assertThat(fallback.passedOver()).containsExactly("bob: full (3 of 3)");
    }

    @Test
    void a_customer_nobody_has_verified_is_nobody_s() {
        member("ann", 0, List.of(), null);
        member("bob", 0, List.of(), null);
        place(KNOWN, "bob");
        member("bob", 1, List.of(), null);
        assertThat(offer(Wants.NOTHING, "assigned-specialist").agentId()).isEqualTo("ann");
    }

    @Test
    void a_round_goes_on_with_whom_it_has_not_reached_for_longest() {
        for (String agent : List.of("ann", "bob", "cid")) {
            member(agent, 0, List.of(), null);
        }
        List<String> asked = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            String next = offer(Wants.NOTHING, "round-robin").agentId();
            asked.add(next);
            place(Wants.NOTHING, next);
        }
        assertThat(asked).containsExactly("ann", "bob", "cid", "ann", "bob", "cid");
    }

    @Test
    void who_has_been_idle_for_longest_is_asked() {
        member("ann", 1, List.of(), null);
        member("bob", 1, List.of(), null);
        member("bob", 0, List.of(), null);
        member("ann", 0, List.of(), null);
        ChatOffered offer = offer(Wants.NOTHING, "longest-idle");
        assertThat(offer.agentId()).isEqualTo("bob");
        assertThat(offer.because()).startsWith("idle for longest");
    }

    @Test
    void it_is_told_of_some_only_why_they_were_not_asked() {
        for (int i = 0; i < 20; i++) {
            member("a" + (10 + i), i == 0 ? 3 : 0, List.of(), null);
        }
        noted("a11", AgentStatus.WRAP_UP, 0, List.of(), null);
        ChatOffered offer = offer(Wants.NOTHING);
        assertThat(offer.agentId()).isEqualTo("a12");
        assertThat(offer.passedOver())
                .hasSize(Choice.MOST_PASSED_OVER + 1)
                .startsWith("a10: full (3 of 3)", "a11: wrap-up", "a13: not first")
                .endsWith("and 12 more");
    }

    @Test
    void a_desk_remembers_only_so_many_customers() {
        member("ann", 0, List.of(), null);
        for (int i = 0; i <= Served.MOST; i++) {
            place(new Wants("c-" + i, null, null), "ann");
        }
        assertThat(desk.served().byCustomer().size()).isEqualTo(Served.MOST);
        assertThat(desk.served().of(new Wants("c-0", null, null))).isNull();
        assertThat(desk.served().of(new Wants("c-1", null, null))).isNotNull();
    }

    private ChatOffered offer(Wants wants, String... strategy) {
        Desk waiting =
                Desk.evolve(desk, new ChatQueued(DESK, "chat-" + ++chats, null, 1, null, wants));
        return (ChatOffered)
                Offers.of(DESK, waiting, List.of(strategy), OfferRule.ASSIGNED).getFirst();
    }

    private String place(Wants wants, String agent) {
        String chat = "chat-" + ++chats;
        desk = Desk.evolve(desk, new ChatQueued(DESK, chat, null, 1, null, wants));
        desk =
                Desk.evolve(
                        desk,
                        new ChatOffered(DESK, chat, null, agent, "for the test", null, null, null));
        desk = Desk.evolve(desk, new ChatPlaced(DESK, chat, agent));
        return agent;
    }

    private void member(
            String agent, int held, List<String> skills, @Nullable List<String> languages) {
        noted(agent, AgentStatus.AVAILABLE, held, skills, languages);
    }

    private void noted(
            String agent,
            AgentStatus status,
            int held,
            List<String> skills,
            @Nullable List<String> languages) {
        var profile =
                new AgentProfile(agent, agent, Role.CSR, DESK, List.of(), skills, languages, 3);
        desk = Desk.evolve(desk, new MemberNoted(DESK, profile, status, held));
    }
}
