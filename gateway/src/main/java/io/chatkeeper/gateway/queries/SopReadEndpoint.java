package io.chatkeeper.gateway.queries;

import io.chatkeeper.gateway.identity.Caller;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// The procedures: what is in force, what was, what changed, and what a text would do.
@RestController
@RequestMapping("/api/v1/sops")
class SopReadEndpoint {
    private final SopDocuments sops;

    record Procedures(List<SopDocuments.Head> items) {}

    SopReadEndpoint(SopDocuments sops) {
        this.sops = sops;
    }

    @GetMapping
    Procedures inForce(@AuthenticationPrincipal Caller.Agent caller) {
        return new Procedures(sops.inForce());
    }

    @GetMapping("/{id}")
    SopDocuments.Whole newest(
            @PathVariable String id, @AuthenticationPrincipal Caller.Agent caller) {
        return sops.newest(id);
    }

    @GetMapping("/{id}/versions/{version}")
    SopDocuments.Text version(
            @PathVariable String id,
            @PathVariable int version,
            @AuthenticationPrincipal Caller.Agent caller) {
        return sops.version(id, version);
    }

    @GetMapping("/{id}/versions/{version}/changes")
    SopDocuments.Changes changes(
            @PathVariable String id,
            @PathVariable int version,
            @RequestParam int since,
            @AuthenticationPrincipal Caller.Agent caller) {
        return sops.changes(id, since, version);
    }

    @PostMapping(
            path = "/{id}/check",
            consumes = {"application/yaml", MediaType.TEXT_PLAIN_VALUE})
    SopDocuments.Checked check(
            @PathVariable String id,
            @RequestBody String yaml,
            @AuthenticationPrincipal Caller.Agent caller) {
        return sops.check(id, yaml);
    }
}
