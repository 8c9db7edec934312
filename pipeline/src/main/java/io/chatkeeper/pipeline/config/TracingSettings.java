package io.chatkeeper.pipeline.config;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Whether and how traces are recorded.
///
/// @param endpoint where they go by OTLP over HTTP, such as `http://collector:4318/v1/traces`;
///   empty means that nothing is traced at all
/// @param share of the requests that are traced, 0 to 1; decided at the gateway, for the whole
///   trace
/// @param sendEvery how often what was recorded is sent
/// @param waiting hops that may wait to be sent; more are dropped
/// @param sendLimit how long sending may take
@ConfigurationProperties("chatkeeper.tracing")
record TracingSettings(
        @DefaultValue("") String endpoint,
        @DefaultValue("0.01") double share,
        @DefaultValue("1s") Duration sendEvery,
        @DefaultValue("4096") int waiting,
        @DefaultValue("10s") Duration sendLimit) {}
