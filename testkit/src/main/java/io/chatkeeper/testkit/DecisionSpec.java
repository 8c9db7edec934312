package io.chatkeeper.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.chatkeeper.contract.Actor;
import io.chatkeeper.contract.Decision;
import io.chatkeeper.contract.Refusal;
import io.chatkeeper.contract.Refused;
import io.chatkeeper.contract.Violation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;

/// Given these events, when this command comes, then these events follow, or this refusal. Reads
/// like the sentence it checks: `given(opened()).when(post()).by(casey).at(noon).then(posted())`.
///
/// @param <S> what is remembered
/// @param <C> what is asked
/// @param <E> what has happened
public final class DecisionSpec<S, C, E> {
    /// The id of every command in a spec; ids that a decision derives follow from it.
    public static final String COMMAND_ID = "command-1";

    /// The decision under test.
    @FunctionalInterface
    public interface Decide<S, C, E> {
        /// The events that follow from a command, or its refusal.
        List<? extends E> decide(S state, C command, Decision by) throws Refused;
    }

    private final S initial;
    private final BiFunction<S, E, S> evolve;
    private final Decide<S, C, E> decide;

    /// A spec of one decision; it can be used any number of times.
    public DecisionSpec(S initial, BiFunction<S, E, S> evolve, Decide<S, C, E> decide) {
        this.initial = initial;
        this.evolve = evolve;
        this.decide = decide;
    }

    /// What has happened before.
    @SafeVarargs
    @SuppressWarnings("varargs") // The array is only read.
    public final Given given(E... history) {
        return given(List.of(history));
    }

    /// What has happened before.
    public Given given(List<? extends E> history) {
        return new Given(history);
    }

    /// A history, waiting for a command.
    public final class Given {
        private final List<? extends E> history;

        private Given(List<? extends E> history) {
            this.history = history;
        }

        /// The state that this history amounts to.
        public S state() {
            S state = initial;
            for (E event : history) {
                state = evolve.apply(state, event);
            }
            return state;
        }

        /// The command that comes now; by the system at the epoch, unless it is said otherwise.
        public When when(C command) {
            return new When(this, command, Actor.system("spec"), Instant.EPOCH);
        }
    }

    /// A command on its way to its decision.
    public final class When {
        private final Given given;
        private final C command;
        private final Actor actor;
        private final Instant at;

        private When(Given given, C command, Actor actor, Instant at) {
            this.given = given;
            this.command = command;
            this.actor = actor;
            this.at = at;
        }

        /// Who sends it.
        public When by(Actor sender) {
            return new When(given, command, sender, at);
        }

        /// The decision time.
        public When at(Instant time) {
            return new When(given, command, actor, time);
        }

        /// Exactly these events follow, and the state can take them.
        @SafeVarargs
        @SuppressWarnings("varargs") // The array is only read.
        public final void then(E... expected) {
            assertThat(new ArrayList<Object>(events())).containsExactly((Object[]) expected);
        }

        /// The command is accepted, and there is nothing left to do.
        public void thenNothing() {
            assertThat(new ArrayList<Object>(events())).isEmpty();
        }

        /// The command is refused with this code.
        public void thenRefused(String code) {
            assertThat(refusal().code()).isEqualTo(code);
        }

        /// The command breaks exactly this rule of the SOP, which serves this requirement.
        public void thenViolates(String ruleId, String requirement) {
            List<Violation> violations = refusal().violations();
            assertThat(violations).extracting(Violation::ruleId).containsExactly(ruleId);
            assertThat(violations).extracting(Violation::requirement).containsExactly(requirement);
        }

        /// The events that follow, after the state has taken them.
        public List<E> events() {
            S state = given.state();
            try {
                List<E> events = List.copyOf(decide.decide(state, command, by()));
                for (E event : events) {
                    state = evolve.apply(state, event);
                }
                return events;
            } catch (Refused refused) {
                throw new AssertionError("refused: " + refused.refusal(), refused);
            }
        }

        /// The refusal, which must come.
        public Refusal refusal() {
            try {
                List<? extends E> events = decide.decide(given.state(), command, by());
                throw new AssertionError("not refused, but: " + events);
            } catch (Refused refused) {
                return refused.refusal();
            }
        }

        private Decision by() {
            return new Decision(at, actor, COMMAND_ID);
        }
    }
}
