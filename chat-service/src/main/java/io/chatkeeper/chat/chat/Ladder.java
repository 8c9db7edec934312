package io.chatkeeper.chat.chat;

import io.chatkeeper.contract.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// How the escalations of a chat stand (R92, R99, R100).
///
/// @param steps the oldest first; at most [#MOST], the oldest that need nobody any more go
record Ladder(List<Step> steps) {
    static final int MOST = 20;
    static final Ladder NONE = new Ladder(List.of());

    /// How far help has come.
    enum Stage {
        ASKED,
        HELPING,
        TAKEN_OVER,
        RETURNED
    }

    /// @param to the rung it stands on
    /// @param by who escalated; null if it was a clock, or long ago
    /// @param helper who was asked, helps or took over
    /// @param from who had the chat before it was taken over
    /// @param helped whether somebody has helped, and did not only take over
    record Step(
            String id,
            Role to,
            String desk,
            Stage stage,
            @Nullable String by,
            @Nullable String helper,
            @Nullable String from,
            boolean helped,
            boolean reviewed) {
        static Step asked(String id, Role to, String desk, @Nullable String by) {
            return new Step(id, to, desk, Stage.ASKED, by, null, null, false, false);
        }

        boolean isOpen() {
            return stage == Stage.ASKED || stage == Stage.HELPING;
        }

        boolean isHelpedBy(@Nullable String agentId) {
            return stage == Stage.HELPING && Objects.equals(helper, agentId);
        }

        Step asking(String agentId) {
            return new Step(id, to, desk, stage, by, agentId, from, helped, reviewed);
        }

        Step climbed(Role next, String nextDesk) {
            return new Step(id, next, nextDesk, stage, by, null, from, helped, reviewed);
        }

        Step helping(String agentId) {
            return new Step(id, to, desk, Stage.HELPING, by, agentId, from, true, reviewed);
        }

        Step takenOver(String agentId, @Nullable String fromAgent) {
            return new Step(
                    id, to, desk, Stage.TAKEN_OVER, by, agentId, fromAgent, helped, reviewed);
        }

        Step returned() {
            return new Step(id, to, desk, Stage.RETURNED, by, helper, from, helped, reviewed);
        }

        Step seen() {
            return new Step(id, to, desk, stage, by, helper, from, helped, true);
        }
    }

    Optional<Step> step(String id) {
        return steps.stream().filter(step -> step.id.equals(id)).findFirst();
    }

    Optional<Step> first(Predicate<Step> wanted) {
        return steps.stream().filter(wanted).findFirst();
    }

    /// One more; the oldest reviewed one makes room, or the oldest one at all.
    Ladder with(Step next) {
        List<Step> all = new ArrayList<>(steps);
        all.add(next);
        if (all.size() > MOST) {
            all.remove(first(Step::reviewed).orElse(all.getFirst()));
        }
        return new Ladder(List.copyOf(all));
    }

    Ladder changing(String id, UnaryOperator<Step> change) {
        return changing(step -> step.id.equals(id), change);
    }

    Ladder changing(Predicate<Step> which, UnaryOperator<Step> change) {
        return new Ladder(
                steps.stream().map(step -> which.test(step) ? change.apply(step) : step).toList());
    }
}
