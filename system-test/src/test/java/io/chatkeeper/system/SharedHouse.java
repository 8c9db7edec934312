package io.chatkeeper.system;

import io.chatkeeper.local.House;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/// Gives a test a house that all tests of a run share, for those that only use it and break
/// nothing.
final class SharedHouse implements ParameterResolver {
    private record Open(House house) implements AutoCloseable {
        @Override
        public void close() {
            house.close();
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == House.class;
    }

    @Override
    public House resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot()
                .getStore(ExtensionContext.Namespace.create(SharedHouse.class))
                .computeIfAbsent(
                        "house",
                        _ -> new Open(Houses.open(Houses.temporaryFolder("shared"))),
                        Open.class)
                .house();
    }
}
