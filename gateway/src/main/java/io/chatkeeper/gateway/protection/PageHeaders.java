package io.chatkeeper.gateway.protection;

import org.springframework.http.HttpHeaders;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/// Headers that keep pages from being framed, sniffed or fed with foreign scripts.
public final class PageHeaders implements WebFilter {
    private static final String POLICY =
            "default-src 'self'; style-src 'self'; script-src 'self'; connect-src 'self'; img-src"
                    + " 'self' data:; frame-ancestors 'none'; base-uri 'none'; form-action 'self'";

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        HttpHeaders headers = exchange.getResponse().getHeaders();
        String path = exchange.getRequest().getPath().value();
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("Referrer-Policy", "no-referrer");
        if (path.startsWith("/widget")) {
            // The scripts are public, and pages of any origin load them as modules.
            headers.set("Access-Control-Allow-Origin", "*");
        }
        if (path.startsWith("/console") || path.startsWith("/demo")) {
            headers.set("Content-Security-Policy", POLICY);
        }
        return chain.filter(exchange);
    }
}
