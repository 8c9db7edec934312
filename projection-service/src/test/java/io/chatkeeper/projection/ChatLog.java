package io.chatkeeper.projection;

import io.chatkeeper.contract.*;
import io.chatkeeper.contract.PublicChatEvent.*;
import io.chatkeeper.pipeline.kafka.EventFormat;
import io.chatkeeper.pipeline.kafka.Graveyard;
import io.chatkeeper.pipeline.listening.EventListening;
import io.chatkeeper.pipeline.listening.Parking;
import io.chatkeeper.projection.chats.ChatView;
import io.chatkeeper.projection.views.Projector;
import io.chatkeeper.projection.views.ViewDocuments;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.record.TimestampType;

/// A log of many chats of ten events each, as it lies on the topic.
public final class ChatLog {
    public static final int EVENTS = 10;
    private static final EventFormat FORMAT = new EventFormat(Happened.JSON, "chat");

    private ChatLog() {}

    public static String chat(int number) {
        return "chat-%08d-0000-4000-8000-000000000000".formatted(number);
    }

    public static EventListening into(ViewDocuments store) {
        Parking nothing =
                (Parking)
                        Proxy.newProxyInstance(
                                Parking.class.getClassLoader(),
                                new Class<?>[] {Parking.class},
                                (_, method, _) ->
                                        method.getReturnType() == Set.class ? Set.of() : List.of());
        return new EventListening(
                "speed",
                FORMAT,
                new Projector(List.of(new ChatView(Happened.JSON)), store),
                nothing,
                new Graveyard(null));
    }

    public static List<ConsumerRecord<String, byte[]>> batch(int step, int from, int to) {
        return IntStream.range(from, to).mapToObj(number -> record(step, number)).toList();
    }

    private static ConsumerRecord<String, byte[]> record(int step, int number) {
        String chat = chat(number);
        Recorded recorded =
                new Recorded(
                        new Envelope(
                                "event-" + step + "-" + number,
                                WireNames.of(event(step, chat).getClass()),
                                chat,
                                step,
                                Happened.at(step),
                                chat,
                                "correlation",
                                "command",
                                Actor.agent("casey", Role.CSR),
                                "tidio-loan@1",
                                null),
                        event(step, chat));
        ProducerRecord<String, byte[]> sent = FORMAT.write(Topics.CHAT_EVENTS, recorded);
        return new ConsumerRecord<>(
                Topics.CHAT_EVENTS,
                0,
                0L,
                0L,
                TimestampType.LOG_APPEND_TIME,
                0,
                0,
                chat,
                sent.value(),
                sent.headers(),
                Optional.empty());
    }

    private static PublicEvent event(int step, String chat) {
        return switch (step) {
            case 1 ->
                    new ChatOpened(
                            chat,
                            "CK-" + chat.hashCode(),
                            "loan",
                            new SopRef("tidio-loan", 1),
                            "customer-service",
                            new Customer(PersonalText.of("Dana"), null, null, false),
                            "Rates",
                            Map.of());
            case 2 -> new ChatAssigned(chat, "casey", "Casey", "customer-service", null);
            case 9 -> new ChatResolved(chat, PersonalText.of("Explained the rates."));
            case 10 -> new ChatClosed(chat, "casey", null, "customer-service", "done");
            default ->
                    new MessagePosted(
                            chat,
                            "m-" + step + chat,
                            "c-" + step,
                            step % 2 == 0
                                    ? new Author(ActorKind.AGENT, "casey", "Casey")
                                    : new Author(ActorKind.VISITOR, null, "Dana"),
                            PersonalText.of(
                                    "I would like to know what the rate of my loan will be."));
        };
    }
}
