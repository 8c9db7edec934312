package io.chatkeeper.pipeline.axon;

import io.chatkeeper.contract.Decision;
import java.lang.reflect.Executable;
import java.lang.reflect.Parameter;
import java.util.Objects;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.annotation.ParameterResolver;
import org.axonframework.messaging.annotation.ParameterResolverFactory;
import org.jspecify.annotations.Nullable;

/// Gives a command handler the circumstances of its decision: time, actor, command id.
final class DecisionParameter implements ParameterResolverFactory, ParameterResolver<Decision> {
    static final String KEY = "decision";

    @Override
    public @Nullable ParameterResolver<Decision> createInstance(
            Executable executable, Parameter[] parameters, int parameterIndex) {
        return parameters[parameterIndex].getType() == Decision.class ? this : null;
    }

    @Override
    public Decision resolveParameterValue(Message<?> message) {
        return (Decision) Objects.requireNonNull(message.getMetaData().get(KEY));
    }

    @Override
    public boolean matches(Message<?> message) {
        return message.getMetaData().get(KEY) instanceof Decision;
    }
}
