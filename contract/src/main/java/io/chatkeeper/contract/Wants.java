package io.chatkeeper.contract;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What a chat looks for in an agent. It is a wish: a chat that finds nobody who has it all is
/// served by somebody else (R41), unless it is a transfer to a skill.
///
/// @param customer a verified customer's id, so that they meet whom they know; null if unverified
/// @param skill a word such as `billing`, made of the chat's topic; at most 64 characters
/// @param language two or three small letters, such as `es`
/// @param skillOnly true if nobody without the skill will do; otherwise null
public record Wants(
        @Nullable String customer,
        @Nullable String skill,
        @Nullable String language,
        @Nullable Boolean skillOnly) {
    /// Wishes only.
    public Wants(@Nullable String customer, @Nullable String skill, @Nullable String language) {
        this(customer, skill, language, null);
    }

    /// How long a skill may be.
    public static final int LONGEST_SKILL = 64;

    /// How long the id of a customer may be; a longer one is not remembered.
    public static final int LONGEST_CUSTOMER = 200;

    /// The field of a chat that names the language.
    public static final String LANGUAGE_FIELD = "language";

    private static final Pattern LANGUAGE = Pattern.compile("([a-z]{2,3})([-_][a-z0-9]{2,8})*");
    private static final Pattern OTHERS = Pattern.compile("[^a-z0-9]+");
    private static final Pattern EDGES = Pattern.compile("^-|-$");

    /// Looks for nobody in particular.
    public static final Wants NOTHING = new Wants(null, null, null);

    /// What a chat that begins like this looks for.
    public static Wants of(
            Customer customer, @Nullable String topic, Map<String, PersonalText> fields) {
        return new Wants(
                known(customer),
                topic == null ? null : skill(topic),
                Optional.ofNullable(fields.get(LANGUAGE_FIELD))
                        .map(field -> language(field.plain()))
                        .orElse(null));
    }

    /// What a chat of this customer looks for later on; null for nobody in particular.
    public static @Nullable Wants of(Customer customer) {
        String id = known(customer);
        return id == null ? null : new Wants(id, null, null);
    }

    /// What a transfer of this customer's chat looks for that goes to a skill.
    public static Wants onlySkilled(Customer customer, String skill) {
        return new Wants(known(customer), skill, null, true);
    }

    /// Whether nobody without the skill will do.
    public boolean needsSkill() {
        return skill != null && Boolean.TRUE.equals(skillOnly);
    }

    private static @Nullable String known(Customer customer) {
        String id = customer.verified() ? customer.externalId() : null;
        return id == null || id.length() > LONGEST_CUSTOMER ? null : id;
    }

    /// The word by which a skill is known, such as `car-loans` for "Car loans"; null if there is
    /// none in it, or if it is longer than [#LONGEST_SKILL].
    public static @Nullable String skill(String topic) {
        String joined = OTHERS.matcher(topic.toLowerCase(Locale.ROOT)).replaceAll("-");
        String word = EDGES.matcher(joined).replaceAll("");
        return word.isEmpty() || word.length() > LONGEST_SKILL ? null : word;
    }

    private static @Nullable String language(String text) {
        var tag = LANGUAGE.matcher(text.strip().toLowerCase(Locale.ROOT));
        return tag.matches() ? tag.group(1) : null;
    }
}
