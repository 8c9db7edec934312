package io.chatkeeper.gateway.protection;

import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/// Turns a request away whose declared body is larger than any we take, before a byte of it is
/// read. One that does not declare its size meets the same limit in the decoder.
public final class BodyLimit implements WebFilter {
    /// The largest request body, in bytes.
    public static final int BYTES = 64 * 1024;

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        return exchange.getRequest().getHeaders().getContentLength() > BYTES
                ? Mono.error(Problems.tooLarge())
                : chain.filter(exchange);
    }
}
