package io.chatkeeper.gateway.pages;

/// The OpenAPI description as JSON.
public record OpenApiDescription(byte[] json) {}
