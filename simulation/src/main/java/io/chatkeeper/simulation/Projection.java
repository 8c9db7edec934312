package io.chatkeeper.simulation;

import io.chatkeeper.contract.Topics;
import io.chatkeeper.pipeline.kafka.EventFormat;
import io.chatkeeper.pipeline.kafka.Graveyard;
import io.chatkeeper.pipeline.kafka.Handled;
import io.chatkeeper.pipeline.listening.EventListening;
import io.chatkeeper.projection.agents.AgentView;
import io.chatkeeper.projection.chats.ChatView;
import io.chatkeeper.projection.clocks.ClockOutcomeView;
import io.chatkeeper.projection.clocks.ClockView;
import io.chatkeeper.projection.desks.DeskView;
import io.chatkeeper.projection.notes.NoteView;
import io.chatkeeper.projection.views.Projector;
import io.chatkeeper.projection.views.View;
import java.util.List;

/// One process of the projection service.
record Projection(House house, Life life) {
    private static final String GROUP = "chatkeeper-projection";

    /// The views, as the service's configuration lists them.
    static List<View> views() {
        return List.of(
                new ChatView(Deciding.JSON),
                new ClockView(),
                new ClockOutcomeView(),
                new NoteView(),
                new AgentView(Deciding.JSON),
                new DeskView(Deciding.JSON));
    }

    void start() {
        life.start("boot", this::boot);
    }

    private void boot() {
        var store = house.views().seenBy(life, house.faults());
        var listening =
                new EventListening(
                        GROUP,
                        new EventFormat(Deciding.JSON, Service.PROJECTION),
                        new Projector(views(), store),
                        house.parking(Service.PROJECTION),
                        new Graveyard(house.sender(life)));
        new Container(life, house, GROUP, Topics.EVENTS, listening, new Handled()).start();
    }
}
