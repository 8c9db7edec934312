package io.chatkeeper.sla.config;

import io.chatkeeper.contract.StreamId;
import io.chatkeeper.contract.Topics;
import io.chatkeeper.pipeline.AggregateRoom;
import io.chatkeeper.pipeline.CatchUpRule;
import io.chatkeeper.pipeline.Policy;
import io.chatkeeper.pipeline.config.AggregatesConfig;
import io.chatkeeper.sla.clock.ClockAggregate;
import io.chatkeeper.sla.listening.SlaPolicies;
import io.chatkeeper.sla.publishing.ClockPublisher;
import io.chatkeeper.sop.SopRegister;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/// Puts the SLA service together.
@Configuration(proxyBeanMethods = false)
@Import(AggregatesConfig.class)
class SlaConfig {
    @Bean
    List<AggregateRoom<?, ?>> rooms() {
        return List.of(ClockAggregate.room(ClockPublisher::publicForm));
    }

    @Bean
    List<Policy> policies(SopRegister sops) {
        return SlaPolicies.all(sops);
    }

    /// Before a clock rings, what its chat has said so far must have been heard (P7).
    @Bean
    CatchUpRule catchUpRule() {
        return new CatchUpRule(Topics.CHAT_EVENTS, StreamId::subject);
    }
}
