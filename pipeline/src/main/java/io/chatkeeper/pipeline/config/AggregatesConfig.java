package io.chatkeeper.pipeline.config;

import com.mongodb.reactivestreams.client.MongoDatabase;
import io.chatkeeper.contract.WakeUp;
import io.chatkeeper.pipeline.AggregateRoom;
import io.chatkeeper.pipeline.CatchUpRule;
import io.chatkeeper.pipeline.CommandSender;
import io.chatkeeper.pipeline.Pause;
import io.chatkeeper.pipeline.StoredReader;
import io.chatkeeper.pipeline.axon.AxonDecisions;
import io.chatkeeper.pipeline.journal.Journal;
import io.chatkeeper.pipeline.kafka.BrokerOffsets;
import io.chatkeeper.pipeline.kafka.CatchUp;
import io.chatkeeper.pipeline.kafka.EventFormat;
import io.chatkeeper.pipeline.kafka.KafkaOutlet;
import io.chatkeeper.pipeline.kafka.Partitioning;
import io.chatkeeper.pipeline.kafka.Sender;
import io.chatkeeper.pipeline.kafka.ServiceTopics;
import io.chatkeeper.pipeline.lanes.Lanes;
import io.chatkeeper.pipeline.mongo.MongoJournal;
import io.chatkeeper.pipeline.wakeups.WakeUps;
import io.chatkeeper.sop.SopRegister;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.admin.Admin;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.json.JsonMapper;

/// The further parts of a service that hosts aggregates: journal, lanes, wake-ups.
@Configuration(proxyBeanMethods = false)
@Import({PipelineConfig.class, PipelineLifecycle.class})
public class AggregatesConfig {
    @Bean(destroyMethod = "close")
    MongoJournal journal(MongoDatabase database) {
        return new MongoJournal(database.getCollection("journal"));
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
    KafkaOutlet outlet(
            Sender sender,
            EventFormat format,
            StoredReader stored,
            JsonMapper json,
            ServiceTopics topics,
            WakeUps wakeUps) {
        return new KafkaOutlet(sender, format, stored, json, topics, wakeUps::set);
    }

    @Bean
    Lanes lanes(
            Journal journal,
            AxonDecisions decisions,
            KafkaOutlet outlet,
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
            Optional<CatchUpRule> rule) {
        return new WakeUps(
                journal,
                partitioning::of,
                clock,
                Pause.REAL,
                settings.wakeUpBounds(),
                (stream, dueAt) -> {
                    rule.ifPresent(wait -> catchUp(admin, settings, wait, stream));
                    sender.sendAsSystem("wake-up", new WakeUp(stream, dueAt));
                });
    }

    private static void catchUp(
            Admin admin, PipelineSettings settings, CatchUpRule rule, String stream) {
        new CatchUp(
                        new BrokerOffsets(admin),
                        settings.listeningGroup(rule.topic()),
                        new Partitioning(settings.partitions()),
                        Pause.REAL)
                .await(rule.topic(), rule.sourceKey().apply(stream));
    }
}
