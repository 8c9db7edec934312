package io.chatkeeper.sop;

import io.chatkeeper.contract.Role;
import io.chatkeeper.contract.Severity;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Makes the rules about the customer's case, and supplies what the file leaves to us.
final class CaseBuilder {
    private static final int WARNINGS = 2;
    private static final String WARNING =
            "I want to help you, but I must ask you to keep the conversation professional.";
    private static final String AFTER_SERVICE =
            "Ask the customer how it went, and record what they say.";

    private final Yaml file;

    CaseBuilder(Yaml file) {
        this.file = file;
    }

    CaseRules cases() {
        return new CaseRules(
                abuse(part("abuse")),
                verification(part("verification")),
                classification(part("classification")),
                followUps(part("followUps")),
                actions(),
                Ordered.copy(file.texts("recordViolations")),
                RecordRules.of(file.table("records")));
    }

    GreetingRules greeting() {
        Yaml greeting = part("greeting");
        return new GreetingRules(
                greeting.text("text").orElse("Hi {customer}, I'm {agent}."),
                severity(greeting, "customerName"),
                severity(greeting, "agentName"));
    }

    private static @Nullable Severity severity(Yaml at, String key) {
        return at.text(key).map(word -> SopShape.constant(Severity.class, word)).orElse(null);
    }

    private static AbuseRules abuse(Yaml abuse) {
        return new AbuseRules(
                abuse.text("warnings").map(Integer::parseInt).orElse(WARNINGS),
                role(abuse, "then", Role.SUPERVISOR),
                abuse.text("phrase").map(String::strip).orElse(WARNING));
    }

    private static VerificationRules verification(Yaml verification) {
        return new VerificationRules(
                flag(verification, "required"),
                Ordered.copy(verification.texts("methods")),
                verification.texts("phrases"));
    }

    private static ClassificationRules classification(Yaml classification) {
        return new ClassificationRules(
                flag(classification, "beforeClosing"),
                Ordered.copy(classification.texts("categories")),
                Ordered.copy(classification.texts("complaints")),
                Ordered.copy(classification.texts("fields")),
                classification.text("labelInitial").orElse(null));
    }

    private static FollowUpRules followUps(Yaml followUps) {
        return new FollowUpRules(
                followUps.text("afterService").map(Duration::parse).orElse(null),
                followUps.text("afterServiceText").orElse(AFTER_SERVICE));
    }

    private Map<String, ActionRule> actions() {
        Map<String, ActionRule> all = new LinkedHashMap<>();
        file.table("actions").forEach((name, entry) -> all.put(name, action(name, entry.value())));
        return all;
    }

    private static ActionRule action(String name, Yaml action) {
        return new ActionRule(
                name,
                action.text("requirement").orElseThrow(),
                action.at("approval").isPresent() ? role(action, "approval", Role.LEAD) : null,
                action.texts("checks"),
                flag(action, "verified"));
    }

    private static Role role(Yaml at, String key, Role otherwise) {
        return at.text(key).map(word -> SopShape.constant(Role.class, word)).orElse(otherwise);
    }

    private static boolean flag(Yaml at, String key) {
        return at.text(key).map(Boolean::parseBoolean).orElse(false);
    }

    private Yaml part(String key) {
        return file.at(key).orElse(new Yaml.Table(1, 1, Map.of()));
    }
}
