package io.chatkeeper.gateway.config;

import io.chatkeeper.contract.Role;
import io.chatkeeper.gateway.identity.LocalUsers;
import io.chatkeeper.gateway.protection.Sites;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import tools.jackson.databind.json.JsonMapper;

/// The gateway's own small YAML files.
final class YamlFiles {
    private record SiteRow(String site, String sop, String title, List<String> origins) {}

    private record UserRow(String username, String password, String role, String name) {}

    private final JsonMapper json;

    YamlFiles(JsonMapper json) {
        this.json = json;
    }

    Sites sites(@Nullable Path file) {
        Map<String, Sites.Site> sites = new HashMap<>();
        for (Object row : rows(file)) {
            SiteRow site = json.convertValue(row, SiteRow.class);
            sites.put(
                    site.site(),
                    new Sites.Site(site.sop(), site.title(), List.copyOf(site.origins())));
        }
        return new Sites(Map.copyOf(sites));
    }

    LocalUsers users(@Nullable Path file) {
        Map<String, LocalUsers.LocalUser> users = new HashMap<>();
        for (Object row : rows(file)) {
            UserRow user = json.convertValue(row, UserRow.class);
            users.put(
                    user.username(),
                    new LocalUsers.LocalUser(
                            user.password(),
                            Role.valueOf(user.role().toUpperCase(Locale.ROOT)),
                            user.name()));
        }
        return new LocalUsers(Map.copyOf(users));
    }

    /// An OpenAPI description is written as YAML and served as JSON.
    byte[] asJson(InputStream yaml) {
        Object document = new Load(LoadSettings.builder().build()).loadFromInputStream(yaml);
        return json.writeValueAsBytes(document);
    }

    private static List<?> rows(@Nullable Path file) {
        if (file == null) {
            return List.of();
        }
        try (InputStream in = Files.newInputStream(file)) {
            Object loaded = new Load(LoadSettings.builder().build()).loadFromInputStream(in);
            return loaded instanceof List<?> rows ? rows : List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
