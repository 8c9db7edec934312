package io.chatkeeper.gateway.streams;

import io.chatkeeper.gateway.identity.Caller;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// How a console answers the heartbeats of its stream.
@RestController
class PresenceEndpoint {
    private final Consoles consoles;

    PresenceEndpoint(Consoles consoles) {
        this.consoles = consoles;
    }

    @PutMapping("/api/v1/me/presence")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void here(@AuthenticationPrincipal Caller.Agent caller) {
        consoles.answered(caller.id());
    }
}
