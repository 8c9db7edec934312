package io.chatkeeper.pipeline.config;

import io.chatkeeper.pipeline.lanes.Lanes;
import io.chatkeeper.pipeline.wakeups.WakeUps;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// What is looked up only when somebody asks for the figures.
@Configuration(proxyBeanMethods = false)
class PipelineMetrics {
    private static final double MILLIS_PER_SECOND = 1_000;

    @Bean
    MeterBinder laneFigures(Lanes lanes) {
        return registry -> {
            Gauge.builder("chatkeeper.lanes.open", lanes, of -> of.depth().lanes())
                    .description("Streams that have something to do")
                    .register(registry);
            Gauge.builder("chatkeeper.lanes.waiting", lanes, of -> of.depth().commands())
                    .description("Commands that wait in all lanes together")
                    .register(registry);
            Gauge.builder("chatkeeper.lanes.deepest", lanes, of -> of.depth().deepest())
                    .description("Commands that wait in the longest lane")
                    .register(registry);
        };
    }

    @Bean
    MeterBinder timerFigures(WakeUps wakeUps) {
        return registry -> {
            Gauge.builder("chatkeeper.timers.pending", wakeUps, WakeUps::pending)
                    .description("Streams that want to be woken")
                    .register(registry);
            Gauge.builder("chatkeeper.timers.lateness", wakeUps, PipelineMetrics::lateness)
                    .description("For how long the most overdue wake-up has led to nothing")
                    .baseUnit("seconds")
                    .register(registry);
        };
    }

    @Bean
    MeterBinder commandLag(PipelineLifecycle lifecycle, PipelineSettings settings) {
        return registry -> lag(registry, settings.group(), lifecycle);
    }

    private static void lag(MeterRegistry registry, String group, PipelineLifecycle lifecycle) {
        Gauge.builder("chatkeeper.consumer.lag", lifecycle, PipelineLifecycle::lag)
                .description("Records on our partitions that have not been taken yet")
                .tag("group", group)
                .tag("purpose", "commands")
                .register(registry);
    }

    private static double lateness(WakeUps wakeUps) {
        return wakeUps.lateness().toMillis() / MILLIS_PER_SECOND;
    }
}
