package io.chatkeeper.chat.config;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/// @param sops folder of SOP files that are published at the start when they are newer; null for
///   none
@ConfigurationProperties("chatkeeper.chat")
record ChatSettings(@Nullable Path sops) {}
