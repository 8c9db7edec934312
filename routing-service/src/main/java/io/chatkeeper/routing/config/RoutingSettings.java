package io.chatkeeper.routing.config;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/// @param users file of people; who has a home desk becomes an agent at the start; null for none
@ConfigurationProperties("chatkeeper.routing")
record RoutingSettings(@Nullable Path users) {}
