package io.chatkeeper.pipeline.axon;

import io.chatkeeper.pipeline.Json;
import io.chatkeeper.pipeline.StoredEvents;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.UnknownSerializedType;
import org.axonframework.serialization.jackson3.Jackson3Serializer;

/// Axon's Jackson 3 serializer with our mapping rules and our table of wire names in the place of
/// class names: a class may move without orphaning what is stored.
final class WireSerializer extends Jackson3Serializer {
    private final StoredEvents<?> stored;

    WireSerializer(StoredEvents<?> stored) {
        super(builder().jsonMapperBuilderCustomizer(Json::configure));
        this.stored = stored;
    }

    @Override
    public Class<?> classForType(SerializedType type) {
        Class<?> known = stored.byName().get(type.getName());
        if (known != null) {
            return known;
        }
        return type.getName().equals(MetaData.class.getName())
                ? MetaData.class
                : UnknownSerializedType.class;
    }

    @Override
    @SuppressWarnings("rawtypes") // As Axon declares it.
    public SerializedType typeForClass(Class type) {
        return new SimpleSerializedType(stored.nameOf(type), null);
    }
}
