package io.chatkeeper.notes.config;

import io.chatkeeper.notes.listening.NotesPolicies;
import io.chatkeeper.notes.notes.NotesAggregate;
import io.chatkeeper.notes.publishing.NotesPublisher;
import io.chatkeeper.pipeline.AggregateRoom;
import io.chatkeeper.pipeline.Policy;
import io.chatkeeper.pipeline.config.AggregatesConfig;
import io.chatkeeper.pipeline.config.InternalCallsConfig;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/// Puts the notes service together.
@Configuration(proxyBeanMethods = false)
@Import({AggregatesConfig.class, InternalCallsConfig.class})
class NotesConfig {
    @Bean
    List<AggregateRoom<?, ?>> rooms() {
        return List.of(NotesAggregate.room(NotesPublisher::publicForm));
    }

    @Bean
    List<Policy> policies() {
        return NotesPolicies.all();
    }
}
