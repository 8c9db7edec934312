package io.chatkeeper.gateway.identity;

import io.chatkeeper.contract.Role;
import java.util.Map;
import java.util.Optional;

/// The demo users of the local identity provider. Passwords in clear: for one machine, never for
/// production, where an OIDC provider takes this place.
public record LocalUsers(Map<String, LocalUser> users) {
    /// One of them.
    public record LocalUser(String password, Role role, String name) {
        @Override
        public String toString() {
            return "LocalUser[" + name + "]";
        }
    }

    Optional<LocalUser> signIn(String username, String password) {
        return Optional.ofNullable(users.get(username))
                .filter(user -> same(user.password(), password));
    }

    private static boolean same(String expected, String given) {
        return java.security.MessageDigest.isEqual(
                expected.getBytes(java.nio.charset.StandardCharsets.UTF_8),
                given.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }
}
