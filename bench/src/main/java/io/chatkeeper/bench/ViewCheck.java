package io.chatkeeper.bench;

import com.mongodb.client.model.Projections;
import io.chatkeeper.bench.oracle.Verdict;
import io.chatkeeper.bench.targets.Connection;
import io.chatkeeper.bench.targets.PastEvents;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import reactor.core.publisher.Flux;

/// Whether every chat of the log has its view, folded up to its last event.
final class ViewCheck {
    private static final long LIMIT_SECONDS = 120;

    private ViewCheck() {}

    static Verdict of(Connection connection, int chats) {
        var views =
                Flux.from(connection.views("chats").find().projection(Projections.include("v")))
                        .collectList()
                        .toFuture()
                        .orTimeout(LIMIT_SECONDS, TimeUnit.SECONDS)
                        .join();
        long unfinished = views.stream().filter(view -> !isFinished(view)).count();
        return new Verdict(
                chats,
                Math.max(0, chats - views.size()),
                Math.max(0, views.size() - chats),
                unfinished);
    }

    private static boolean isFinished(Document view) {
        return view.get("v") instanceof Number version && version.longValue() == PastEvents.OF_EACH;
    }
}
