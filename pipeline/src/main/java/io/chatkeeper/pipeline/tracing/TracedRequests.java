package io.chatkeeper.pipeline.tracing;

import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;
import reactor.util.context.ContextView;

/// A request over HTTP as a hop. Its name is the route's pattern, never the path: that names chats.
/// Live streams last for hours and are left out.
public final class TracedRequests implements WebFilter {
    /// The header in which the trace travels over HTTP.
    public static final String HEADER = "traceparent";

    private static final String ROUTE =
            "org.springframework.web.reactive.HandlerMapping.bestMatchingPattern";
    private static final String STREAM = "/stream";

    private final String below;
    private final BiFunction<String, @Nullable String, Hop> start;

    /// @param below paths below this one are traced
    /// @param start begins the hop of that name, given what the caller said
    public TracedRequests(String below, BiFunction<String, @Nullable String, Hop> start) {
        this.below = below;
        this.start = start;
    }

    /// What the request that is being answered passes on; null if it is not traced.
    public static @Nullable String current(ContextView context) {
        return context.<@Nullable String>getOrDefault(HEADER, null);
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        String path = exchange.getRequest().getPath().value();
        if (!path.startsWith(below) || path.endsWith(STREAM)) {
            return chain.filter(exchange);
        }
        String method = exchange.getRequest().getMethod().name();
        String said = exchange.getRequest().getHeaders().getFirst(HEADER);
        Hop hop = start.apply(method, said);
        return hop.isTraced() ? traced(exchange, chain, hop) : chain.filter(exchange);
    }

    private static Mono<Void> traced(ServerWebExchange exchange, WebFilterChain chain, Hop hop) {
        String method = exchange.getRequest().getMethod().name();
        exchange.getResponse().beforeCommit(() -> Mono.fromRunnable(() -> named(exchange, hop)));
        return chain.filter(exchange)
                .doOnSuccess(_ -> hop.end(null))
                .doOnError(failure -> {
                    named(exchange, hop);
                    hop.end(failure);
                })
                .doOnCancel(() -> hop.end(null))
                .contextWrite(context -> context.put(HEADER, hop.traceparent()))
                .doFirst(() -> hop.with("http.request.method", method));
    }

    private static void named(ServerWebExchange exchange, Hop hop) {
        Object route = exchange.getAttribute(ROUTE);
        if (route != null) {
            String method = exchange.getRequest().getMethod().name();
            hop.span().updateName(method + " " + route);
            hop.with("http.route", route.toString());
        }
        var status = exchange.getResponse().getStatusCode();
        hop.with("http.response.status_code", status == null ? "200" : "" + status.value());
    }
}
