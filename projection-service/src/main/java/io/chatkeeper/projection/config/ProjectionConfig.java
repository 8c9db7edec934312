package io.chatkeeper.projection.config;

import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoDatabase;
import io.chatkeeper.pipeline.config.ListeningParts;
import io.chatkeeper.pipeline.config.PipelineConfig;
import io.chatkeeper.pipeline.mongo.MongoParking;
import io.chatkeeper.projection.agents.AgentView;
import io.chatkeeper.projection.chats.ChatQueries;
import io.chatkeeper.projection.chats.ChatView;
import io.chatkeeper.projection.chats.ReviewQueries;
import io.chatkeeper.projection.clocks.ClockOutcomeView;
import io.chatkeeper.projection.clocks.ClockReports;
import io.chatkeeper.projection.clocks.ClockView;
import io.chatkeeper.projection.desks.DeskQueries;
import io.chatkeeper.projection.desks.DeskView;
import io.chatkeeper.projection.notes.NoteView;
import io.chatkeeper.projection.views.Incomplete;
import io.chatkeeper.projection.views.View;
import io.chatkeeper.projection.views.ViewStore;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import tools.jackson.databind.json.JsonMapper;

/// Puts the projection service together.
@Configuration(proxyBeanMethods = false)
@Import({PipelineConfig.class, ListeningParts.class, ProjectionLifecycle.class})
@EnableConfigurationProperties(ProjectionSettings.class)
class ProjectionConfig {
    private static final Logger LOG = LoggerFactory.getLogger(ProjectionConfig.class);

    /// A generation has a database of its own, for its views and for what it has parked.
    @Bean
    @Primary
    MongoDatabase generationDatabase(MongoClient client, ProjectionSettings projection) {
        return client.getDatabase(projection.database());
    }

    @Bean
    Incomplete incomplete(MongoDatabase database, ProjectionSettings projection) {
        var parking = new MongoParking(database);
        return streams -> parking.parkedAmong(projection.parkingName(), streams);
    }

    @Bean
    List<View> views(JsonMapper json) {
        return List.of(
                new ChatView(json),
                new ClockView(),
                new ClockOutcomeView(),
                new NoteView(),
                new AgentView(json),
                new DeskView(json));
    }

    @Bean
    ViewStore viewStore(MongoDatabase database) {
        return new ViewStore(database);
    }

    @Bean
    ChatQueries chatQueries(ViewStore store, Incomplete incomplete, JsonMapper json) {
        return new ChatQueries(store, incomplete, json);
    }

    @Bean
    ReviewQueries reviewQueries(ViewStore store) {
        return new ReviewQueries(store);
    }

    @Bean
    MeterBinder unattended(ChatQueries chats) {
        var counted = new Counted(chats::unattended);
        return registry ->
                Gauge.builder("chatkeeper.chats.unattended", counted, Counted::latest)
                        .description("Open chats that nobody is looking after")
                        .register(registry);
    }

    @Bean
    DeskQueries deskQueries(ViewStore store, Incomplete incomplete) {
        return new DeskQueries(store, incomplete);
    }

    @Bean
    ClockReports clockReports(ViewStore store) {
        return new ClockReports(store);
    }

    /// Without the index a report is slow, not wrong: nobody waits for it.
    @Bean
    ApplicationRunner reportIndex(ClockReports reports) {
        return _ ->
                reports.prepare()
                        .subscribe(
                                name -> LOG.info("index={}", name),
                                e -> LOG.warn("reports have no index: {}", e.toString()));
    }

    @Bean
    HealthIndicator pipelineHealthIndicator(ProjectionLifecycle lifecycle) {
        return () -> (lifecycle.isReady() ? Health.up() : Health.outOfService()).build();
    }
}
