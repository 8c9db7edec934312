package io.chatkeeper.gateway.commands;

import io.chatkeeper.contract.AgentCommand.DefineAgent;
import io.chatkeeper.contract.AgentCommand.SetAgentStatus;
import io.chatkeeper.contract.AgentProfile;
import io.chatkeeper.contract.AgentStatus;
import io.chatkeeper.contract.Role;
import io.chatkeeper.gateway.identity.Caller;
import io.chatkeeper.gateway.protection.Ids;
import io.chatkeeper.gateway.protection.Problem;
import io.chatkeeper.gateway.protection.Texts;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/// Agents: what they are doing, and who they are.
@RestController
class AgentEndpoint {
    private final Writes writes;

    record Status(@Nullable AgentStatus status) {}

    record Profile(
            @Nullable String name,
            @Nullable String role,
            @Nullable String homeDesk,
            @Nullable List<@Nullable String> helpsAt,
            @Nullable List<@Nullable String> skills,
            @Nullable List<@Nullable String> languages,
            @Nullable Integer capacity) {}

    AgentEndpoint(Writes writes) {
        this.writes = writes;
    }

    @PutMapping("/api/v1/me/status")
    Mono<ResponseEntity<Map<String, Object>>> status(
            @RequestBody Status status, @AuthenticationPrincipal Caller.Agent caller) {
        if (status.status == null) {
            throw Problem.malformed("The field status is missing.");
        }
        return writes.send(
                        caller,
                        "PUT /me/status",
                        null,
                        _ -> new SetAgentStatus(caller.id(), status.status))
                .onErrorMap(Problem.class, AgentEndpoint::noProfile)
                .map(Answers::done);
    }

    @PutMapping("/api/v1/agents/{id}")
    Mono<ResponseEntity<Map<String, Object>>> define(
            @PathVariable String id,
            @RequestBody Profile profile,
            @AuthenticationPrincipal Caller.Agent caller) {
        if (caller.role() != Role.ADMIN) {
            throw Problem.forbidden("admins-only", "Only an administrator may change agents.");
        }
        AgentProfile defined =
                new AgentProfile(
                        Ids.required("id", id),
                        Texts.required("name", profile.name, Texts.SHORT).plain(),
                        role(profile.role),
                        Ids.required("homeDesk", profile.homeDesk),
                        Ids.list("helpsAt", profile.helpsAt),
                        Ids.list("skills", profile.skills),
                        Ids.list("languages", profile.languages),
                        profile.capacity == null ? 1 : profile.capacity);
        return writes.send(caller, "PUT /agents/" + id, null, _ -> new DefineAgent(defined))
                .map(Answers::done);
    }

    private static Problem noProfile(Problem problem) {
        return problem.status() == HttpStatus.NOT_FOUND
                ? Problem.forbidden("not-an-agent", "You have no profile as an agent.")
                : problem;
    }

    private static Role role(@Nullable String given) {
        return Arrays.stream(Role.values())
                .filter(role -> role.name().equalsIgnoreCase(given))
                .findFirst()
                .orElseThrow(() -> Problem.malformed("There is no such role."));
    }
}
