package io.chatkeeper.projection.config;

import com.mongodb.reactivestreams.client.MongoDatabase;
import io.chatkeeper.pipeline.config.InternalCallsConfig;
import io.chatkeeper.pipeline.config.ListeningParts;
import io.chatkeeper.pipeline.config.PipelineConfig;
import io.chatkeeper.projection.agents.AgentView;
import io.chatkeeper.projection.chats.ChatQueries;
import io.chatkeeper.projection.chats.ChatView;
import io.chatkeeper.projection.clocks.ClockView;
import io.chatkeeper.projection.desks.DeskQueries;
import io.chatkeeper.projection.desks.DeskView;
import io.chatkeeper.projection.notes.NoteView;
import io.chatkeeper.projection.views.Projector;
import io.chatkeeper.projection.views.View;
import io.chatkeeper.projection.views.ViewStore;
import java.util.List;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.json.JsonMapper;

/// Puts the projection service together.
@Configuration(proxyBeanMethods = false)
@Import({
    PipelineConfig.class,
    ListeningParts.class,
    InternalCallsConfig.class,
    ProjectionLifecycle.class
})
class ProjectionConfig {
    @Bean
    List<View> views(JsonMapper json) {
        return List.of(
                new ChatView(json),
                new ClockView(),
                new NoteView(),
                new AgentView(json),
                new DeskView(json));
    }

    @Bean
    ViewStore viewStore(MongoDatabase database) {
        return new ViewStore(database);
    }

    @Bean
    Projector projector(List<View> views, ViewStore store) {
        return new Projector(views, store);
    }

    @Bean
    ChatQueries chatQueries(ViewStore store, JsonMapper json) {
        return new ChatQueries(store, json);
    }

    @Bean
    DeskQueries deskQueries(ViewStore store) {
        return new DeskQueries(store);
    }

    @Bean
    HealthIndicator pipelineHealthIndicator(ProjectionLifecycle lifecycle) {
        return () -> (lifecycle.isReady() ? Health.up() : Health.outOfService()).build();
    }
}
