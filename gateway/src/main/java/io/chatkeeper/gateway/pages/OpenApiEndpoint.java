package io.chatkeeper.gateway.pages;

import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/// The description of every call, OpenAPI 3.1. Written by hand, and held against real answers by
/// the system test.
@RestController
class OpenApiEndpoint {
    private final byte[] description;

    OpenApiEndpoint(OpenApiDescription description) {
        this.description = description.json();
    }

    @GetMapping("/openapi.json")
    ResponseEntity<byte[]> openApi() {
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(description);
    }
}
