package io.chatkeeper.gateway.queries;

import io.chatkeeper.gateway.identity.Caller;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/// What agents fill in when they ask a lead.
@RestController
class AssistTemplatesEndpoint {
    private final AssistTemplates templates;

    AssistTemplatesEndpoint(AssistTemplates templates) {
        this.templates = templates;
    }

    @GetMapping("/api/v1/assist-templates")
    AssistTemplates.Templates templates(@AuthenticationPrincipal Caller.Agent caller) {
        return templates.described();
    }
}
