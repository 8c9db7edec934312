package io.chatkeeper.pipeline.config;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.ReadConcern;
import com.mongodb.WriteConcern;
import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import com.mongodb.reactivestreams.client.MongoDatabase;
import io.chatkeeper.pipeline.CommandSender;
import io.chatkeeper.pipeline.Json;
import io.chatkeeper.pipeline.kafka.CommandFormat;
import io.chatkeeper.pipeline.kafka.EventFormat;
import io.chatkeeper.pipeline.kafka.Graveyard;
import io.chatkeeper.pipeline.kafka.Handled;
import io.chatkeeper.pipeline.kafka.Partitioning;
import io.chatkeeper.pipeline.kafka.Sender;
import io.chatkeeper.pipeline.listening.Parking;
import io.chatkeeper.pipeline.mongo.MongoParking;
import io.chatkeeper.sop.SopRegister;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.core.KafkaTemplate;
import tools.jackson.databind.json.JsonMapper;

/// The parts every service of ours has: clock, JSON, Kafka, MongoDB, the register of SOP versions.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({PipelineSettings.class, TracingSettings.class})
public class PipelineConfig {
    private static final int EXIT_BUG = 70;

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    JsonMapperBuilderCustomizer ourJson() {
        return Json::configure;
    }

    /// Stops the process at once: what it promised is kept by starting again from committed
    /// offsets.
    @Bean
    FatalStop fatalStop() {
        return () -> {
            LoggerFactory.getLogger(PipelineConfig.class).error("stopping at once");
            Runtime.getRuntime().halt(EXIT_BUG);
        };
    }

    @Bean(destroyMethod = "close")
    Watchdog watchdogHealthIndicator(FatalStop stop) {
        return new Watchdog(stop).started();
    }

    @Bean
    MeterBinder moving(Watchdog watchdog) {
        return registry ->
                Gauge.builder("chatkeeper.moving", watchdog, dog -> dog.isMoving() ? 1 : 0)
                        .description("0 if something has work and stands still")
                        .register(registry);
    }

    @Bean(destroyMethod = "close")
    Tracing tracing(TracingSettings settings, PipelineSettings pipeline) {
        return Tracing.of(settings, pipeline);
    }

    @Bean
    KafkaParts kafkaParts(PipelineSettings settings) {
        return new KafkaParts(settings);
    }

    @Bean(destroyMethod = "destroy")
    KafkaTemplate<String, byte[]> kafkaTemplate(KafkaParts parts) {
        return parts.template();
    }

    @Bean(destroyMethod = "close")
    Admin kafkaAdmin(KafkaParts parts) {
        return parts.admin();
    }

    @Bean
    Partitioning partitioning(PipelineSettings settings) {
        return new Partitioning(settings.partitions());
    }

    @Bean
    Sender sender(
            KafkaTemplate<String, byte[]> template,
            PipelineSettings settings,
            FatalStop stop,
            Tracing tracing) {
        return new Sender(
                tracing.aroundProducer(template::send),
                settings.onLostSend().equals("stop") ? stop : () -> {});
    }

    @Bean
    Graveyard graveyard(Sender sender) {
        return new Graveyard(sender);
    }

    @Bean
    Handled handled() {
        return new Handled();
    }

    @Bean
    CommandFormat commandFormat(JsonMapper json, PipelineSettings settings) {
        return new CommandFormat(json, settings.service());
    }

    @Bean
    EventFormat eventFormat(JsonMapper json, PipelineSettings settings) {
        return new EventFormat(json, settings.service());
    }

    @Bean
    CommandSender commandSender(Sender sender, CommandFormat format, JsonMapper json, Clock clock) {
        return new CommandSender(sender, format, json, clock);
    }

    @Bean(destroyMethod = "close")
    MongoClient mongoClient(PipelineSettings settings) {
        int millis = (int) settings.storeTimeout().toMillis();
        return MongoClients.create(
                MongoClientSettings.builder()
                        .applyConnectionString(new ConnectionString(settings.mongo()))
                        .writeConcern(WriteConcern.MAJORITY.withJournal(true))
                        .readConcern(ReadConcern.DEFAULT)
                        .applyToSocketSettings(
                                socket -> socket.readTimeout(millis, TimeUnit.MILLISECONDS))
                        .applyToClusterSettings(cluster ->
                                cluster.serverSelectionTimeout(millis, TimeUnit.MILLISECONDS))
                        .build());
    }

    @Bean
    MongoDatabase mongoDatabase(MongoClient client, PipelineSettings settings) {
        return client.getDatabase("chatkeeper_" + settings.service());
    }

    @Bean
    Parking parking(MongoDatabase database) {
        return new MongoParking(database);
    }

    @Bean
    SopRegister sopRegister() {
        return new SopRegister();
    }
}
