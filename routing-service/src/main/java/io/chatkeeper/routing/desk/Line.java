package io.chatkeeper.routing.desk;

import org.jspecify.annotations.Nullable;

/// Who waits, in order. Everything here takes a few steps however long the line is.
///
/// @param next the ticket of the next one who comes
/// @param byTicket who waits; who came first stands first
/// @param tickets by chat
/// @param idle the tickets of those for whom nobody's answer is awaited
record Line(
        long next,
        Tree<Long, Waiting> byTicket,
        Tree<String, Long> tickets,
        Tree<Long, Long> idle) {
    static final Line EMPTY = new Line(1, Tree.empty(), Tree.empty(), Tree.empty());

    int size() {
        return byTicket.size();
    }

    @Nullable Waiting of(String chatId) {
        Long ticket = tickets.get(chatId);
        return ticket == null ? null : byTicket.get(ticket);
    }

    Waiting at(long ticket) {
        Waiting waiting = byTicket.get(ticket);
        if (waiting == null) {
            throw new IllegalStateException("a ticket without a chat: " + ticket);
        }
        return waiting;
    }

    Line joinedBy(Waiting waiting) {
        long ticket = waiting.ticket();
        return new Line(
                ticket + 1,
                byTicket.with(ticket, waiting),
                tickets.with(waiting.chatId(), ticket),
                idle.with(ticket, ticket));
    }

    /// The same chat at the same place, changed.
    Line with(Waiting waiting) {
        long ticket = waiting.ticket();
        return new Line(
                next,
                byTicket.with(ticket, waiting),
                tickets,
                waiting.askedNow() == null ? idle.with(ticket, ticket) : idle.without(ticket));
    }

    Line without(Waiting waiting) {
        long ticket = waiting.ticket();
        return new Line(
                next,
                byTicket.without(ticket),
                tickets.without(waiting.chatId()),
                idle.without(ticket));
    }
}
