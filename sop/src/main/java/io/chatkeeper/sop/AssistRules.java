package io.chatkeeper.sop;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// How agents ask leads for help (R101-R122): in which channel about what, and after which looks.
///
/// @param silence how long a claimed assist chat may be without a word (R86); null for any time
/// @param resources where agents can look before they ask, as the file names them; others count,
///   too
/// @param leastResources how many of them must have been looked at (R103)
/// @param channels by their ids
/// @param elsewhere the channel for everything while a channel's desk is closed (R121)
/// @param topics by their ids, the more special first
public record AssistRules(
        @Nullable Duration silence,
        List<String> resources,
        int leastResources,
        Map<String, Channel> channels,
        @Nullable String elsewhere,
        Map<String, Topic> topics) {
    /// A file that says nothing of it: nobody asks under it.
    public static final AssistRules NONE =
            new AssistRules(null, List.of(), 0, Map.of(), null, Map.of());

    /// Where requests of a kind go (R119).
    ///
    /// @param usual whether requests of no known topic go there (R114)
    public record Channel(String id, String title, String desk, boolean usual) {}

    /// Something that is asked about.
    ///
    /// @param requirement the requirement that its checks serve
    /// @param checked what must have been looked at before asking
    /// @param words by which a question is recognised, in small letters
    /// @param outside what holds besides outside of another team's hours; null if nothing does
    public record Topic(
            String id,
            String title,
            String channel,
            String requirement,
            List<String> checked,
            List<String> words,
            @Nullable Outside outside) {
        /// Lets nobody change what was read.
        public Topic {
            checked = List.copyOf(checked);
            words = List.copyOf(words);
        }
    }

    /// What must have been looked at, too, while another team is not there (R116, R122).
    ///
    /// @param calendar of that team, by its name in the file
    public record Outside(String calendar, String requirement, List<String> checked) {
        /// Lets nobody change what was read.
        public Outside {
            checked = List.copyOf(checked);
        }
    }

    /// Keeps the file's order and lets nobody change what was read.
    public AssistRules {
        resources = List.copyOf(resources);
        channels = Ordered.copy(channels);
        topics = Ordered.copy(topics);
    }

    /// The channel that people mean, by id or title.
    public Optional<Channel> channel(String name) {
        return channels.values().stream()
                .filter(one -> one.id().equals(name) || one.title().equalsIgnoreCase(name))
                .findFirst();
    }

    /// The channel for what no topic claims.
    public Optional<Channel> usual() {
        return channels.values().stream()
                .filter(Channel::usual)
                .findFirst()
                .or(() -> channels.values().stream().findFirst());
    }

    /// The topic that a question's words speak of, the first in the file that they do.
    public Optional<Topic> spokenOf(String question) {
        String plain = plain(question);
        return topics.values().stream()
                .filter(topic -> topic.words().stream().anyMatch(word -> says(plain, word)))
                .findFirst();
    }

    /// Where a request for that channel goes at that time.
    Channel openAt(Sop sop, Channel wanted, Instant at) {
        return elsewhere == null || isOpen(sop, wanted, at)
                ? wanted
                : Optional.ofNullable(channels.get(elsewhere)).orElse(wanted);
    }

    /// Whether somebody is at the channel's desk at that time, by its calendar.
    public static boolean isOpen(Sop sop, Channel channel, Instant at) {
        DeskRule desk = sop.desks().get(channel.desk());
        return desk != null && sop.calendar(desk.calendar()).isOpen(at);
    }

    /// Words in small letters with one blank around each.
    static String plain(String text) {
        return " "
                + text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", " ").strip()
                + " ";
    }

    /// Whether a text made [#plain] has these words one after the other.
    static boolean says(String plain, String words) {
        return plain.contains(plain(words));
    }
}
