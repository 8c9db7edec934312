package io.chatkeeper.routing.config;

import io.chatkeeper.pipeline.AggregateRoom;
import io.chatkeeper.pipeline.Policy;
import io.chatkeeper.pipeline.config.AggregatesConfig;
import io.chatkeeper.routing.agent.AgentAggregate;
import io.chatkeeper.routing.desk.DeskAggregate;
import io.chatkeeper.routing.listening.RoutingPolicies;
import io.chatkeeper.routing.publishing.RoutingPublisher;
import java.util.List;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/// Puts the routing service together.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(RoutingSettings.class)
@Import({AggregatesConfig.class, AgentsFile.class})
class RoutingConfig {
    @Bean
    List<AggregateRoom<?, ?>> rooms() {
        return List.of(
                AgentAggregate.room(RoutingPublisher::ofAgent),
                DeskAggregate.room(RoutingPublisher::ofDesk));
    }

    @Bean
    List<Policy> policies() {
        return RoutingPolicies.all();
    }
}
