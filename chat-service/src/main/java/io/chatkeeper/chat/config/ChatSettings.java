package io.chatkeeper.chat.config;

import io.chatkeeper.chat.records.Destination;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// @param sops folder of SOP files that are published at the start when they are newer; null for
///   none
/// @param records the systems that get chats where a procedure says so, by the names it uses
@ConfigurationProperties("chatkeeper.chat")
record ChatSettings(@Nullable Path sops, @DefaultValue Map<String, Destination> records) {}
