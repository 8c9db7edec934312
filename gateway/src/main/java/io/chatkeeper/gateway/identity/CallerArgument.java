package io.chatkeeper.gateway.identity;

import io.chatkeeper.gateway.protection.Problem;
import io.chatkeeper.gateway.protection.Problems;
import org.springframework.core.MethodParameter;
import org.springframework.security.core.Authentication;
import org.springframework.web.reactive.BindingContext;
import org.springframework.web.reactive.result.method.HandlerMethodArgumentResolver;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/// Hands an endpoint its caller, in the form it asks for. A visitor at an agents' door is told so;
/// left to the framework, the endpoint would get null instead.
public final class CallerArgument implements HandlerMethodArgumentResolver {
    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return Caller.class.isAssignableFrom(parameter.getParameterType());
    }

    @Override
    public Mono<Object> resolveArgument(
            MethodParameter parameter, BindingContext binding, ServerWebExchange exchange) {
        return exchange.getPrincipal()
                .ofType(Authentication.class)
                .mapNotNull(Authentication::getPrincipal)
                .switchIfEmpty(Mono.error(Problems::unauthenticated))
                .filter(parameter.getParameterType()::isInstance)
                .switchIfEmpty(
                        Mono.error(() -> Problem.forbidden("agents-only", "This is for agents.")));
    }
}
