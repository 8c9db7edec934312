package io.chatkeeper.simulation;

import io.chatkeeper.chat.chat.ChatAggregate;
import io.chatkeeper.chat.listening.ChatPolicies;
import io.chatkeeper.chat.publishing.ChatPublisher;
import io.chatkeeper.chat.sop.SopAggregate;
import io.chatkeeper.contract.StreamId;
import io.chatkeeper.contract.Topics;
import io.chatkeeper.notes.listening.NotesPolicies;
import io.chatkeeper.notes.notes.NotesAggregate;
import io.chatkeeper.notes.publishing.NotesPublisher;
import io.chatkeeper.pipeline.AggregateRoom;
import io.chatkeeper.pipeline.CatchUpRule;
import io.chatkeeper.pipeline.Policy;
import io.chatkeeper.routing.agent.AgentAggregate;
import io.chatkeeper.routing.desk.DeskAggregate;
import io.chatkeeper.routing.listening.RoutingPolicies;
import io.chatkeeper.routing.publishing.RoutingPublisher;
import io.chatkeeper.sla.clock.ClockAggregate;
import io.chatkeeper.sla.listening.SlaPolicies;
import io.chatkeeper.sla.publishing.ClockPublisher;
import io.chatkeeper.sop.SopRegister;
import io.chatkeeper.sop.Sops;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// A service with aggregates, as its own configuration puts it together.
record Service(
        String name,
        List<AggregateRoom<?, ?>> rooms,
        Function<Sops, List<Policy>> reactions,
        @Nullable CatchUpRule rule) {
    static final List<Service> ALL =
            List.of(
                    new Service(
                            "chat",
                            List.of(
                                    ChatAggregate.room(ChatPublisher::publicForm),
                                    SopAggregate.room()),
                            _ -> ChatPolicies.all(),
                            null),
                    new Service(
                            "routing",
                            List.of(
                                    AgentAggregate.room(RoutingPublisher::ofAgent),
                                    DeskAggregate.room(RoutingPublisher::ofDesk)),
                            _ -> RoutingPolicies.all(),
                            null),
                    new Service(
                            "sla",
                            List.of(ClockAggregate.room(ClockPublisher::publicForm)),
                            SlaPolicies::all,
                            new CatchUpRule(Topics.CHAT_EVENTS, StreamId::subject)),
                    new Service(
                            "notes",
                            List.of(NotesAggregate.room(NotesPublisher::publicForm)),
                            _ -> NotesPolicies.all(),
                            null));

    static final String PROJECTION = "projection";

    List<Policy> policies(Sops sops) {
        return reactions.apply(sops);
    }

    String group() {
        return "chatkeeper-" + name;
    }

    String listeningGroup(String topic) {
        return group() + "-" + topic;
    }

    /// The topics its policies listen to.
    List<String> listensTo() {
        return policies(new SopRegister()).stream().map(Policy::topic).distinct().sorted().toList();
    }
}
