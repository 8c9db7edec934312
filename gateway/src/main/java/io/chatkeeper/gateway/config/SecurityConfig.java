package io.chatkeeper.gateway.config;

import io.chatkeeper.gateway.identity.BearerAuthentication;
import io.chatkeeper.gateway.identity.CallerArgument;
import io.chatkeeper.gateway.identity.LocalUsers;
import io.chatkeeper.gateway.identity.Tokens;
import io.chatkeeper.gateway.protection.ForeignOrigins;
import io.chatkeeper.gateway.protection.Problem;
import io.chatkeeper.gateway.protection.Problems;
import io.chatkeeper.gateway.protection.Sites;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.reactive.EnableWebFluxSecurity;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoders;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.security.web.server.context.NoOpServerSecurityContextRepository;
import org.springframework.security.web.server.firewall.ServerExchangeRejectedHandler;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.reactive.CorsConfigurationSource;
import org.springframework.web.cors.reactive.CorsProcessor;
import org.springframework.web.cors.reactive.UrlBasedCorsConfigurationSource;
import org.springframework.web.reactive.config.WebFluxConfigurer;
import org.springframework.web.reactive.result.method.annotation.ArgumentResolverConfigurer;
import tools.jackson.databind.json.JsonMapper;

/// Who must show a token for what, and which pages may call.
@Configuration(proxyBeanMethods = false)
@EnableWebFluxSecurity
class SecurityConfig {
    private static final Duration PREFLIGHT_KEPT = Duration.ofMinutes(10);

    @Bean
    Tokens tokens(GatewaySettings settings, Clock clock) {
        return new Tokens(settings.secretBytes(), clock);
    }

    @Bean
    LocalUsers localUsers(GatewaySettings settings, JsonMapper json) {
        boolean local = settings.issuer() == null || settings.issuer().isBlank();
        return new YamlFiles(json).users(local ? settings.users() : null);
    }

    @Bean
    BearerAuthentication bearerAuthentication(Tokens tokens, GatewaySettings settings) {
        String issuer = settings.issuer();
        ReactiveJwtDecoder provider =
                issuer == null || issuer.isBlank()
                        ? null
                        : ReactiveJwtDecoders.fromIssuerLocation(issuer);
        return new BearerAuthentication(tokens, provider, settings.roleClaim());
    }

    @Bean
    SecurityWebFilterChain security(
            ServerHttpSecurity http, BearerAuthentication bearer, Problems problems) {
        return http.csrf(ServerHttpSecurity.CsrfSpec::disable)
                .httpBasic(ServerHttpSecurity.HttpBasicSpec::disable)
                .formLogin(ServerHttpSecurity.FormLoginSpec::disable)
                .logout(ServerHttpSecurity.LogoutSpec::disable)
                .headers(ServerHttpSecurity.HeaderSpec::disable)
                .securityContextRepository(NoOpServerSecurityContextRepository.getInstance())
                .cors(_ -> {})
                .authorizeExchange(calls ->
                        calls.pathMatchers(HttpMethod.OPTIONS)
                                .permitAll()
                                .pathMatchers(HttpMethod.POST, "/api/v1/chats")
                                .permitAll()
                                .pathMatchers(HttpMethod.POST, "/api/v1/chats/*/visitor-token")
                                .permitAll()
                                .pathMatchers(
                                        HttpMethod.GET, "/api/v1/chat-states", "/api/v1/sites/*")
                                .permitAll()
                                .pathMatchers("/api/**")
                                .authenticated()
                                .anyExchange()
                                .permitAll())
                .oauth2ResourceServer(server ->
                        server.authenticationManagerResolver(
                                        _ -> reactor.core.publisher.Mono.just(bearer))
                                .bearerTokenConverter(new OnlyWhereNeeded())
                                .authenticationEntryPoint(problems::handle))
                .exceptionHandling(errors ->
                        errors.authenticationEntryPoint(problems::handle)
                                .accessDeniedHandler(problems::handle))
                .build();
    }

    /// Comes before the framework's own resolver, which hands out null for a caller of another
    /// kind.
    @Bean
    @Order(0)
    WebFluxConfigurer callerArguments() {
        return new WebFluxConfigurer() {
            @Override
            public void configureArgumentResolvers(ArgumentResolverConfigurer resolvers) {
                resolvers.addCustomResolver(new CallerArgument());
            }
        };
    }

    /// Addresses that the firewall does not let in.
    @Bean
    ServerExchangeRejectedHandler rejectedAddresses(Problems problems) {
        return (exchange, _) ->
                problems.write(exchange, Problem.malformed("This address can't be read."));
    }

    @Bean
    CorsProcessor corsProcessor() {
        return new ForeignOrigins();
    }

    @Bean
    CorsConfigurationSource corsConfigurationSource(Sites sites) {
        CorsConfiguration allowed = new CorsConfiguration();
        allowed.setAllowedOrigins(List.copyOf(sites.allOrigins()));
        allowed.setAllowedMethods(List.of("GET", "POST", "PUT"));
        allowed.setAllowedHeaders(
                List.of(
                        "Authorization",
                        "Content-Type",
                        "Idempotency-Key",
                        "If-Match",
                        "Last-Event-ID"));
        allowed.setExposedHeaders(List.of("ETag", "Location", "Retry-After"));
        allowed.setMaxAge(PREFLIGHT_KEPT);
        UrlBasedCorsConfigurationSource source = new UrlBasedCorsConfigurationSource();
        source.registerCorsConfiguration("/api/**", allowed);
        return source;
    }
}
