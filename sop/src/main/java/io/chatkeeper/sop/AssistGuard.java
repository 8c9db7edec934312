package io.chatkeeper.sop;

import io.chatkeeper.contract.AssistRequest;
import io.chatkeeper.contract.Severity;
import io.chatkeeper.contract.Violation;
import io.chatkeeper.sop.text.Form;
import io.chatkeeper.sop.text.TextCode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What an agent asks a lead, and what both write each other, against the rules of the procedure
/// (R80-R87, R102-R121). Every path meets them here. What a request says of itself is a hard
/// matter; what is only guessed from its words can be overridden with a reason.
public final class AssistGuard {
    private static final Set<String> JUDGED_ELSEWHERE =
            Set.of(TextCode.SENSITIVE_DATA.name(), TextCode.MISSING_CLIENT_ID.name());

    private final Sop sop;
    private final AssistRules rules;

    /// @param sop with channels for assist chats
    public AssistGuard(Sop sop) {
        this.sop = sop;
        this.rules = sop.assist();
    }

    /// A request as it is understood, where it goes, and what is wrong with it.
    ///
    /// @param topic null if nobody can tell
    /// @param channel in which it stands: another than it names while that one is closed (R121)
    /// @param violations none if it may be asked; each rule and field once
    public record Judged(
            FilledRequest request,
            AssistRules.@Nullable Topic topic,
            AssistRules.Channel channel,
            List<Violation> violations) {
        /// What the chat is called in lists.
        public String title() {
            if (request.form() != null) {
                return request.form().name();
            }
            return topic == null ? channel.title() : topic.title();
        }
    }

    /// @param about how the topic is known; `told` when the request says so itself
    private record Matter(AssistRules.@Nullable Topic about, boolean told) {}

    /// Judges a request for help.
    ///
    /// @param request with a question of at most [TextGuard#LONGEST] units, secrets masked
    /// @param at when it is asked; calendars decide by it who is there
    public Judged judge(AssistRequest request, Instant at) {
        FilledRequest filled = FilledRequest.of(sop, request);
        Matter matter = matter(request, filled);
        AssistRules.Channel fitting = fitting(matter);
        List<Violation> violations = new ArrayList<>();
        client(filled, violations);
        if (request.template() != null && filled.form() == null) {
            violations.add(named("assist-template", "R102", "template", "There is no such form."));
        }
        if (request.topic() != null && !rules.topics().containsKey(request.topic())) {
            violations.add(named("assist-topic", "R119", "topic", "There is no such topic."));
        }
        if (filled.form() != null) {
            violations.addAll(new FormGuard(filled.form(), filled, request.confirmed()).check());
        }
        violations.addAll(words(filled));
        resources(request, matter, at, violations);
        AssistRules.Channel named = channel(request, matter, fitting, at, violations);
        return new Judged(
                filled, matter.about, rules.openAt(sop, named, at), List.copyOf(violations));
    }

    /// What is wrong with a line in a running assist chat: its tone (R84-R87).
    ///
    /// @param field where the words stand in the request
    public List<Violation> tone(String field, String text) {
        return found(text, new TextContext(false, null, true, null, null), field, JUDGED_ELSEWHERE);
    }

    private void client(FilledRequest filled, List<Violation> violations) {
        String form = filled.fields().get("CID");
        if (!Form.isClientId(filled.clientId())) {
            violations.add(
                    named("request-missing-client-id", "R102", "clientId", "Name the client id."));
        } else if (filled.form() != null && form != null && !form.equals(filled.clientId())) {
            violations.add(
                    named("assist-field", "R102", "fields.CID", "The form names another client."));
        }
    }

    /// A form's reason is judged as a field of the form; everything else as text.
    private List<Violation> words(FilledRequest filled) {
        Set<String> elsewhere =
                filled.form() == null
                        ? JUDGED_ELSEWHERE
                        : Set.of(
                                TextCode.SENSITIVE_DATA.name(),
                                TextCode.MISSING_CLIENT_ID.name(),
                                TextCode.MISSING_DETAIL.name());
        return found(filled.words(), TextContext.NONE, "question", elsewhere);
    }

    private List<Violation> found(
            String text, TextContext context, String field, Set<String> elsewhere) {
        Map<String, Violation> byRule = new LinkedHashMap<>();
        for (Finding finding : new TextGuard(sop).check(TextKind.ASSIST_REQUEST, text, context)) {
            if (!elsewhere.contains(finding.code())) {
                byRule.merge(
                        finding.ruleId(),
                        finding.violation(field),
                        (one, other) -> one.overridable() ? other : one);
            }
        }
        return List.copyOf(byRule.values());
    }

    private Matter matter(AssistRequest request, FilledRequest filled) {
        RequestForm form = filled.form();
        String told = request.topic() != null || form == null ? request.topic() : form.topic();
        AssistRules.Topic topic = told == null ? null : rules.topics().get(told);
        return topic != null || form != null
                ? new Matter(topic, true)
                : new Matter(rules.spokenOf(filled.words()).orElse(null), false);
    }

    private AssistRules.Channel fitting(Matter matter) {
        return Optional.ofNullable(matter.about)
                .map(topic -> rules.channels().get(topic.channel()))
                .or(rules::usual)
                .orElseThrow(() -> new IllegalStateException("no assist channels: " + sop.ref()));
    }

    private void resources(
            AssistRequest request, Matter matter, Instant at, List<Violation> violations) {
        List<String> looked = request.resourcesChecked().stream().map(AssistRules::plain).toList();
        long said = looked.stream().filter(resource -> !resource.isBlank()).distinct().count();
        if (said < rules.leastResources()) {
            violations.add(
                    named(
                            "assist-resources",
                            "R103",
                            "resourcesChecked",
                            "Look first, and say where you have looked, for instance: "
                                    + String.join(", ", rules.resources()).replace('-', ' ')
                                    + "."));
        }
        AssistRules.Topic topic = matter.about;
        if (topic != null) {
            topic.checked().stream()
                    .filter(check -> looked.stream().noneMatch(one -> covers(one, check)))
                    .map(check -> unchecked(topic, topic.requirement(), check, matter.told))
                    .forEach(violations::add);
            outside(topic, looked, at).forEach(violations::add);
        }
    }

    /// Whether it is so urgent that it can't wait for the other team is the agent's to say, so a
    /// reason goes past this (R116, R122).
    private List<Violation> outside(AssistRules.Topic topic, List<String> looked, Instant at) {
        AssistRules.Outside outside = topic.outside();
        if (outside == null || sop.calendar(outside.calendar()).isOpen(at)) {
            return List.of();
        }
        return outside.checked().stream()
                .filter(check -> looked.stream().noneMatch(one -> covers(one, check)))
                .map(check -> unchecked(topic, outside.requirement(), check, false))
                .toList();
    }

    /// `reviewed the invoices` covers `invoice`: every word of the check begins one that was said.
    private static boolean covers(String looked, String check) {
        return java.util.Arrays.stream(check.split("-"))
                .allMatch(word -> looked.contains(" " + word));
    }

    private static Violation unchecked(
            AssistRules.Topic topic, String requirement, String check, boolean told) {
        return weighed(
                        told,
                        "assist-checked",
                        requirement,
                        "resourcesChecked",
                        topic.title()
                                + ": first look at this, and say so: "
                                + check.replace('-', ' ')
                                + ".")
                .suggesting(check);
    }

    private AssistRules.Channel channel(
            AssistRequest request,
            Matter matter,
            AssistRules.Channel fitting,
            Instant at,
            List<Violation> violations) {
        if (request.channel() == null) {
            return fitting;
        }
        Optional<AssistRules.Channel> named = rules.channel(request.channel());
        if (named.isEmpty()) {
            violations.add(
                    named("assist-channel", "R119", "channel", "There is no such channel.")
                            .suggesting(fitting.id()));
        } else if (named.get().id().equals(rules.elsewhere())) {
            if (!AssistRules.isOpen(sop, named.get(), at)) {
                violations.add(
                        named(
                                        "assist-channel",
                                        "R120",
                                        "channel",
                                        "This channel is for weekends and holidays.")
                                .suggesting(fitting.id()));
            }
        } else if (matter.about != null && !named.get().equals(fitting)) {
            violations.add(
                    weighed(
                                    matter.told,
                                    "assist-channel",
                                    "R119",
                                    "channel",
                                    "This belongs into the channel " + fitting.title() + ".")
                            .suggesting(fitting.id()));
        }
        return named.orElse(fitting);
    }

    private static Violation weighed(
            boolean told, String ruleId, String requirement, String field, String message) {
        return new Violation(
                ruleId,
                requirement,
                told ? Severity.BLOCK : Severity.WARN,
                field,
                message,
                null,
                !told);
    }

    private static Violation named(
            String ruleId, String requirement, String field, String message) {
        return Violation.block(ruleId, requirement, field, message);
    }
}
