package io.chatkeeper.pipeline.config;

import com.mongodb.reactivestreams.client.MongoDatabase;
import io.chatkeeper.contract.WakeUp;
import io.chatkeeper.pipeline.AggregateRoom;
import io.chatkeeper.pipeline.CatchUpRule;
import io.chatkeeper.pipeline.CommandSender;
import io.chatkeeper.pipeline.EvenClock;
import io.chatkeeper.pipeline.Pause;
import io.chatkeeper.pipeline.StoredReader;
import io.chatkeeper.pipeline.axon.AxonDecisions;
import io.chatkeeper.pipeline.journal.Journal;
import io.chatkeeper.pipeline.kafka.BrokerOffsets;
import io.chatkeeper.pipeline.kafka.CatchUp;
import io.chatkeeper.pipeline.kafka.EventFormat;
import io.chatkeeper.pipeline.kafka.Handled;
import io.chatkeeper.pipeline.kafka.KafkaOutlet;
import io.chatkeeper.pipeline.kafka.Partitioning;
import io.chatkeeper.pipeline.kafka.Sender;
import io.chatkeeper.pipeline.kafka.ServiceTopics;
import io.chatkeeper.pipeline.lanes.Lanes;
import io.chatkeeper.pipeline.lanes.Outlet;
import io.chatkeeper.pipeline.metrics.MeteredJournal;
import io.chatkeeper.pipeline.metrics.MeteredOutlet;
import io.chatkeeper.pipeline.mongo.MongoJournal;
import io.chatkeeper.pipeline.wakeups.WakeUps;
import io.chatkeeper.sop.SopRegister;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.admin.Admin;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Fallback;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import tools.jackson.databind.json.JsonMapper;

/// The further parts of a service that hosts aggregates: journal, lanes, wake-ups.
@Configuration(proxyBeanMethods = false)
@Import({PipelineConfig.class, PipelineLifecycle.class, PipelineMetrics.class})
public class AggregatesConfig {
    /// Where there is another journal, as in a measurement, that one is taken.
    @Bean(destroyMethod = "close")
    @Fallback
    MongoJournal mongoJournal(MongoDatabase database, MeterRegistry registry) {
        DistributionSummary merged =
                DistributionSummary.builder("chatkeeper.journal.batch")
                        .description("Appends that went with one write to the store")
                        .serviceLevelObjectives(1, 2, 5, 10, 50, 100, 500)
                        .register(registry);
        return new MongoJournal(database.getCollection("journal"), merged::record);
    }

    @Bean
    @Primary
    Journal journal(Journal stored, MeterRegistry registry, Tracing tracing) {
        return tracing.around(new MeteredJournal(stored, registry));
    }

    @Bean
    StoredReader storedReader(List<AggregateRoom<?, ?>> rooms, JsonMapper json) {
        return new StoredReader(rooms, json);
    }

    @Bean
    AxonDecisions decisions(List<AggregateRoom<?, ?>> rooms, SopRegister sops, JsonMapper json) {
        return new AxonDecisions(rooms, List.of(sops), json);
    }

    @Bean
    ServiceTopics serviceTopics(PipelineSettings settings) {
        return ServiceTopics.of(settings.service());
    }

    @Bean
    Outlet outlet(
            Sender sender,
            EventFormat format,
            StoredReader stored,
            JsonMapper json,
            ServiceTopics topics,
            WakeUps wakeUps,
            MeterRegistry registry) {
        return new MeteredOutlet(
                new KafkaOutlet(sender, format, stored, json, topics, wakeUps::set),
                registry,
                json);
    }

    @Bean
    Lanes lanes(
            Journal journal,
            AxonDecisions decisions,
            Outlet outlet,
            PipelineSettings settings,
            FatalStop stop) {
        return new Lanes(journal, decisions, outlet, Pause.REAL, settings.laneBounds(), stop);
    }

    @Bean
    HealthIndicator pipelineHealthIndicator(PipelineLifecycle lifecycle) {
        return () -> (lifecycle.isReady() ? Health.up() : Health.outOfService()).build();
    }

    @Bean(destroyMethod = "close")
    WakeUps wakeUps(
            Journal journal,
            Partitioning partitioning,
            Clock clock,
            Admin admin,
            PipelineSettings settings,
            CommandSender sender,
            Handled handled,
            Optional<CatchUpRule> rule) {
        return new WakeUps(
                journal,
                partitioning::of,
                new EvenClock(clock, System::nanoTime),
                Pause.REAL,
                settings.wakeUpBounds(),
                due -> {
                    rule.ifPresent(wait -> catchUp(admin, handled, settings, wait, due));
                    due.forEach(one ->
                            sender.sendAsSystem("wake-up", new WakeUp(one.streamId(), one.at())));
                });
    }

    private static void catchUp(
            Admin admin,
            Handled handled,
            PipelineSettings settings,
            CatchUpRule rule,
            List<WakeUps.Due> due) {
        new CatchUp(
                        new BrokerOffsets(admin),
                        handled,
                        settings.listeningGroup(rule.topic()),
                        new Partitioning(settings.partitions()),
                        Pause.REAL)
                .await(rule.topic(), due.stream().map(WakeUps.Due::streamId).map(rule.sourceKey()));
    }
}
