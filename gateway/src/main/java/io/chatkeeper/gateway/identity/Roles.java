package io.chatkeeper.gateway.identity;

import io.chatkeeper.contract.Role;
import java.util.Arrays;
import java.util.Collection;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Reads a role claim: one name, or a list of which the first that is a role of ours counts.
final class Roles {
    private Roles() {}

    static Optional<Role> of(@Nullable Object claim) {
        return switch (claim) {
            case String name ->
                    Arrays.stream(Role.values())
                            .filter(role -> role.name().equalsIgnoreCase(name))
                            .findFirst();
            case Collection<?> names -> names.stream().flatMap(one -> of(one).stream()).findFirst();
            case null, default -> Optional.empty();
        };
    }
}
