package io.chatkeeper.pipeline.axon;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import io.chatkeeper.pipeline.Json;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.cfg.MapperConfig;
import tools.jackson.databind.introspect.Annotated;
import tools.jackson.databind.introspect.AnnotatedClass;
import tools.jackson.databind.introspect.JacksonAnnotationIntrospector;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.jsontype.NamedType;

/// How a snapshot writes an aggregate: its fields, whoever may see them, and for a sealed type
/// which of its cases it is.
final class StateJson {
    private static final JsonMapper MAPPER =
            Json.configure(JsonMapper.builder())
                    .annotationIntrospector(new SealedTypes())
                    .changeDefaultVisibility(visibility ->
                            visibility
                                    .withVisibility(PropertyAccessor.FIELD, Visibility.ANY)
                                    .withVisibility(PropertyAccessor.GETTER, Visibility.NONE)
                                    .withVisibility(PropertyAccessor.IS_GETTER, Visibility.NONE)
                                    .withVisibility(PropertyAccessor.CREATOR, Visibility.ANY))
                    .build();

    private StateJson() {}

    static String write(Object aggregate) {
        return MAPPER.writeValueAsString(aggregate);
    }

    static <T> T read(String json, Class<T> aggregate) {
        return MAPPER.readValue(json, aggregate);
    }

    private static final class SealedTypes extends JacksonAnnotationIntrospector {
        private static final long serialVersionUID = 1L;

        @Override
        public JsonTypeInfo.@Nullable Value findPolymorphicTypeInfo(
                MapperConfig<?> config, Annotated annotated) {
            JsonTypeInfo.Value declared = super.findPolymorphicTypeInfo(config, annotated);
            return declared == null && isSealed(annotated)
                    ? JsonTypeInfo.Value.construct(
                            JsonTypeInfo.Id.SIMPLE_NAME,
                            JsonTypeInfo.As.PROPERTY,
                            "is",
                            null,
                            false,
                            true)
                    : declared;
        }

        @Override
        public List<NamedType> findSubtypes(MapperConfig<?> config, Annotated annotated) {
            return isSealed(annotated)
                    ? Arrays.stream(annotated.getRawType().getPermittedSubclasses())
                            .map(NamedType::new)
                            .toList()
                    : super.findSubtypes(config, annotated);
        }

        private static boolean isSealed(Annotated annotated) {
            return annotated instanceof AnnotatedClass && annotated.getRawType().isSealed();
        }
    }
}
