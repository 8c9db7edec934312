package io.chatkeeper.gateway.commands;

import io.chatkeeper.contract.Role;
import io.chatkeeper.contract.SopCommand.PublishSop;
import io.chatkeeper.contract.Violation;
import io.chatkeeper.gateway.identity.Caller;
import io.chatkeeper.gateway.protection.Ids;
import io.chatkeeper.gateway.protection.Problem;
import io.chatkeeper.gateway.queries.SopDocuments;
import io.chatkeeper.sop.Sop;
import io.chatkeeper.sop.SopFault;
import io.chatkeeper.sop.SopFaults;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/// Publishing a procedure. From then on new chats open under it; chats that are open keep theirs.
@RestController
class SopEndpoint {
    private static final Pattern VERSION = Pattern.compile("\"?(0|[1-9][0-9]{0,6})\"?");

    private final Writes writes;
    private final SopDocuments sops;

    SopEndpoint(Writes writes, SopDocuments sops) {
        this.writes = writes;
        this.sops = sops;
    }

    @PutMapping(
            path = "/api/v1/sops/{id}",
            consumes = {"application/yaml", MediaType.TEXT_PLAIN_VALUE})
    Mono<ResponseEntity<Map<String, Object>>> publish(
            @PathVariable String id,
            @RequestBody String yaml,
            @RequestHeader(name = "If-Match", required = false) @Nullable String match,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @AuthenticationPrincipal Caller.Agent caller) {
        if (caller.role() != Role.ADMIN) {
            throw Problem.forbidden("admins-only", "Only an administrator may publish procedures.");
        }
        Ids.required("id", id);
        int replaced = replaced(match);
        int version = read(id, yaml).ref().version();
        return writes.send(
                        caller,
                        "PUT /sops/" + id,
                        key,
                        _ -> new PublishSop(id, version, yaml, replaced))
                .map(reply -> Answers.created(reply, Map.of("version", version)));
    }

    /// The version that the writer has seen; 0 for a procedure that is new.
    private static int replaced(@Nullable String match) {
        Matcher version = VERSION.matcher(match == null ? "" : match.strip());
        if (!version.matches()) {
            throw Problem.of(
                    HttpStatus.PRECONDITION_REQUIRED,
                    "if-match-required",
                    "Name the version you replace as If-Match, 0 for a new procedure.");
        }
        return Integer.parseInt(version.group(1));
    }

    private Sop read(String id, String yaml) {
        try {
            return sops.read(id, yaml);
        } catch (SopFaults faults) {
            throw Problem.refused(
                    "sop-faults",
                    "The file has faults; nothing was published.",
                    faults.faults().stream().map(SopEndpoint::violation).toList());
        }
    }

    private static Violation violation(SopFault fault) {
        return Violation.block("sop-file", "", fault.path(), fault.toString());
    }
}
