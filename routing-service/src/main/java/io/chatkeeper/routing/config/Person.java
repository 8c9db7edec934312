package io.chatkeeper.routing.config;

import io.chatkeeper.contract.AgentProfile;
import io.chatkeeper.contract.Role;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// An entry of the file of people. What else stands there, such as a password, is not looked at.
record Person(
        String username,
        String name,
        Role role,
        @Nullable String homeDesk,
        @Nullable List<String> helpsAt,
        @Nullable List<String> skills,
        @Nullable List<String> languages,
        int capacity) {
    /// Everybody in the file, in its order.
    static List<Person> read(String yaml, JsonMapper json) {
        Object file =
                new Load(LoadSettings.builder().setLabel("users").build()).loadFromString(yaml);
        return json.convertValue(file, new TypeReference<List<Person>>() {});
    }

    /// The agent; nobody if they serve no desk, like an admin or an auditor.
    Optional<AgentProfile> agent() {
        return homeDesk == null
                ? Optional.empty()
                : Optional.of(
                        new AgentProfile(
                                username,
                                name,
                                role,
                                homeDesk,
                                helpsAt == null ? List.of() : helpsAt,
                                skills == null ? List.of() : skills,
                                languages,
                                capacity));
    }
}
