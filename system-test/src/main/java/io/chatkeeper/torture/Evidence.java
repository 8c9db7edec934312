package io.chatkeeper.torture;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/// Everything the judgement rests on, collected after the faults are over.
///
/// @param exchanges what the clients asked and were told, later repetitions included
/// @param logs each chat's event log, as the front door shows it
/// @param topic the public events of each chat in the order of the topic, repeats included
/// @param documents each chat's document, as a lead sees it
/// @param streams what the live streams have shown
/// @param poisons what was thrown in, by name, and how often the dead-letter topics hold it
/// @param parked chats that got an unreadable event, whose views may stand still since
/// @param noticed what went wrong while faults were at work
record Evidence(
        List<Exchange> exchanges,
        Map<String, List<Entry>> logs,
        Map<String, List<Entry>> topic,
        Map<String, JsonNode> documents,
        List<Watched> streams,
        Map<String, Integer> poisons,
        List<String> parked,
        List<Broken> noticed) {

    /// What one stream has shown.
    ///
    /// @param name of the watcher, for people
    /// @param chatId the only chat it shows; empty for a stream that shows all
    /// @param frames events in order of arrival
    /// @param segments how many there have been; a `reset` begins a new one
    record Watched(String name, String chatId, List<Frame> frames, int segments) {}

    /// @param segment between two resets
    record Frame(int segment, Entry entry) {}

    /// The exchanges that are about each chat.
    Map<String, List<Exchange>> exchangesByChat() {
        Map<String, List<Exchange>> byChat = new LinkedHashMap<>();
        exchanges.stream()
                .filter(one -> !one.chatId().isEmpty())
                .forEach(one ->
                        byChat.computeIfAbsent(one.chatId(), _ -> new java.util.ArrayList<>())
                                .add(one));
        return byChat;
    }

    List<Entry> log(String chatId) {
        return logs.getOrDefault(chatId, List.of());
    }
}
