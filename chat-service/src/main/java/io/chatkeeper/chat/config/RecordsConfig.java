package io.chatkeeper.chat.config;

import io.chatkeeper.chat.chat.ChatEvent;
import io.chatkeeper.chat.records.RecordDeliveries;
import io.chatkeeper.contract.Topics;
import io.chatkeeper.pipeline.CommandSender;
import io.chatkeeper.pipeline.StoredEvents;
import io.chatkeeper.pipeline.config.ListeningParts;
import io.chatkeeper.pipeline.config.PipelineSettings;
import io.chatkeeper.pipeline.journal.Journal;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import reactor.core.scheduler.Scheduler;
import tools.jackson.databind.json.JsonMapper;

/// Brings chats to other systems while the service runs.
@Configuration(proxyBeanMethods = false)
class RecordsConfig {
    /// Nobody waits for another system to know; a batch for each message would cost all who do.
    private static final Duration GATHER = Duration.ofMillis(200);

    @Bean(destroyMethod = "close")
    RecordDeliveries recordDeliveries(
            ChatSettings settings,
            Journal journal,
            StoredEvents<ChatEvent> stored,
            JsonMapper json,
            CommandSender sender,
            Clock clock,
            Scheduler blocking) {
        return new RecordDeliveries(
                settings.records(),
                journal,
                stored,
                json,
                sender,
                clock,
                blocking,
                CircuitBreakerRegistry.ofDefaults());
    }

    @Bean
    SmartLifecycle delivering(
            ListeningParts listening, PipelineSettings settings, RecordDeliveries deliveries) {
        return new Delivering(listening, settings.group() + "-records", deliveries);
    }

    private static final class Delivering implements SmartLifecycle {
        private final ListeningParts listening;
        private final String group;
        private final RecordDeliveries deliveries;
        private volatile @Nullable AutoCloseable running;

        Delivering(ListeningParts listening, String group, RecordDeliveries deliveries) {
            this.listening = listening;
            this.group = group;
            this.deliveries = deliveries;
        }

        @Override
        public void start() {
            running = listening.listen(group, List.of(Topics.CHAT_EVENTS), deliveries, GATHER);
        }

        @Override
        public void stop() {
            AutoCloseable started = running;
            running = null;
            try {
                if (started != null) {
                    started.close();
                }
            } catch (Exception e) {
                throw new IllegalStateException("delivering did not stop cleanly", e);
            }
        }

        @Override
        public boolean isRunning() {
            return running != null;
        }
    }
}
