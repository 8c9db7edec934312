package io.chatkeeper.gateway.protection;

import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.cors.reactive.DefaultCorsProcessor;

/// Turns pages away that no site allows, with a problem like every other one.
public final class ForeignOrigins extends DefaultCorsProcessor {
    @Override
    protected void rejectRequest(ServerHttpResponse response) {
        throw Problem.forbidden("foreign-origin", "This page may not call here.");
    }
}
