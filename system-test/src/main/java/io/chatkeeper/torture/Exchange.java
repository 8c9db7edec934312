package io.chatkeeper.torture;

import java.util.List;
import java.util.Optional;

/// A request with every answer that its sender got, in order of arrival.
record Exchange(Asked asked, List<Reply> replies) {
    Exchange {
        replies = List.copyOf(replies);
    }

    Optional<Reply> acknowledged() {
        return replies.stream().filter(Reply::accepted).findFirst();
    }

    /// Every answer with an outcome was a refusal, and there was one.
    boolean refused() {
        List<Reply> known = replies.stream().filter(Reply::isFinal).toList();
        return !known.isEmpty() && known.stream().noneMatch(Reply::accepted);
    }

    /// The chat it is about; empty for an opening that was never acknowledged.
    String chatId() {
        return asked.act() == Act.OPEN
                ? acknowledged().map(reply -> reply.text("chatId")).orElse("")
                : asked.chatId();
    }
}
