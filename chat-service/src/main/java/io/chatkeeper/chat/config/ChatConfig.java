package io.chatkeeper.chat.config;

import io.chatkeeper.chat.chat.ChatAggregate;
import io.chatkeeper.chat.chat.ChatEvent;
import io.chatkeeper.chat.listening.ChatPolicies;
import io.chatkeeper.chat.publishing.ChatPublisher;
import io.chatkeeper.chat.sop.SopAggregate;
import io.chatkeeper.pipeline.AggregateRoom;
import io.chatkeeper.pipeline.Policy;
import io.chatkeeper.pipeline.StoredEvents;
import io.chatkeeper.pipeline.config.AggregatesConfig;
import io.chatkeeper.pipeline.config.InternalCallsConfig;
import java.util.List;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/// Puts the chat service together.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ChatSettings.class)
@Import({AggregatesConfig.class, InternalCallsConfig.class, SopFiles.class, RecordsConfig.class})
class ChatConfig {
    @Bean
    List<AggregateRoom<?, ?>> rooms() {
        return List.of(ChatAggregate.room(ChatPublisher::publicForm), SopAggregate.room());
    }

    @Bean
    StoredEvents<ChatEvent> storedChatEvents() {
        return ChatAggregate.room(ChatPublisher::publicForm).stored();
    }

    @Bean
    List<Policy> policies() {
        return ChatPolicies.all();
    }
}
