package io.chatkeeper.sop;

import io.chatkeeper.contract.Severity;
import io.chatkeeper.contract.Violation;
import io.chatkeeper.sop.text.Form;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The fields of a form against what the form asks for (R105-R107, R58).
final class FormGuard {
    private static final String FIELD = "assist-field";
    private static final String BALANCE = "assist-balance";
    private static final String NOTICE = "assist-notice";
    private static final String CLIENT = "CID";
    private static final int LONGEST_AMOUNT = 200;
    private static final Pattern AMOUNT =
            Pattern.compile(
                    "(?<sign>[-−(]?)\\s?\\$?\\s?(?<minus>[-−]?)"
                            + "(?<digits>\\d[\\d,]{0,11}(?:\\.\\d{1,2})?)");
    private static final Pattern CREDIT = Pattern.compile("\\b(?:credit|cr)\\b");

    private enum Standing {
        ZERO,
        CREDIT,
        OWED,
        UNREADABLE
    }

    private final RequestForm form;
    private final FilledRequest request;
    private final List<String> confirmed;

    /// @param confirmed ids of notices that were taken note of
    FormGuard(RequestForm form, FilledRequest request, List<String> confirmed) {
        this.form = form;
        this.request = request;
        this.confirmed = confirmed;
    }

    List<Violation> check() {
        List<Violation> violations = new ArrayList<>();
        for (String label : request.unknown()) {
            violations.add(
                    Violation.block(
                            FIELD,
                            form.requirement(),
                            "fields." + label,
                            "The form " + form.name() + " has no field of that name."));
        }
        for (RequestForm.Field field : form.fields()) {
            check(field, request.fields().getOrDefault(field.label(), ""), violations);
        }
        return violations;
    }

    private void check(RequestForm.Field field, String value, List<Violation> violations) {
        if (field.label().equals(CLIENT)) {
            return; // The client id is judged for every request, with a form or without.
        }
        if (value.isEmpty()) {
            missing(field, violations);
        } else if (!field.choices().isEmpty() && !field.choices().contains(value)) {
            String choices = String.join(", ", field.choices());
            violations.add(wrong(field, "Choose one of these: " + choices + "."));
        } else if (field.balance() != null) {
            balance(field, field.balance(), value, violations);
        } else if (!Form.isUsable(field.label(), value)) {
            violations.add(
                    wrong(field, "This doesn't say it yet. " + told(field, "Say it in full.")));
        }
    }

    private void missing(RequestForm.Field field, List<Violation> violations) {
        RequestForm.Need need = field.need();
        if (field.required()) {
            violations.add(wrong(field, "Fill in " + field.label() + "."));
        } else if (need != null) {
            String decides = request.fields().getOrDefault(need.field(), "");
            String message = "Fill in " + field.label() + ". " + told(field, "It is needed here.");
            if (need.values().contains(decides)) {
                violations.add(wrong(field, message));
            } else if (decides.isEmpty() && isSaid(need)) {
                violations.add(soft(field, message));
            }
        }
    }

    /// Only the words make one think so: a reason may say otherwise.
    private boolean isSaid(RequestForm.Need need) {
        String plain = AssistRules.plain(request.words());
        return need.said().stream().anyMatch(words -> AssistRules.says(plain, words));
    }

    private void balance(
            RequestForm.Field field,
            RequestForm.Balance rule,
            String value,
            List<Violation> violations) {
        switch (standing(value)) {
            case ZERO -> {}
            case CREDIT -> {
                if (!confirmed.contains(rule.notice())) {
                    violations.add(
                            Violation.block(NOTICE, form.requirement(), "confirmed", rule.text())
                                    .suggesting(rule.notice()));
                }
            }
            case OWED ->
                    violations.add(
                            owed(field, "The balance must be $0.00 first; nothing may be owed."));
            case UNREADABLE ->
                    violations.add(owed(field, "Write the balance as an amount: $0.00."));
        }
    }

    private static Standing standing(String value) {
        String low = value.substring(0, Math.min(LONGEST_AMOUNT, value.length()));
        low = low.toLowerCase(Locale.ROOT);
        Matcher amount = AMOUNT.matcher(low);
        boolean read = low.strip().equals("zero");
        boolean negative = CREDIT.matcher(low).find();
        boolean something = false;
        while (amount.find()) {
            read = true;
            if (new BigDecimal(amount.group("digits").replace(",", "")).signum() > 0) {
                something = true;
                negative |= !(amount.group("sign") + amount.group("minus")).isEmpty();
            }
        }
        if (!read) {
            return Standing.UNREADABLE;
        }
        return something ? negative ? Standing.CREDIT : Standing.OWED : Standing.ZERO;
    }

    private static Violation owed(RequestForm.Field field, String message) {
        return Violation.block(BALANCE, field.requirement(), name(field), message);
    }

    private static Violation wrong(RequestForm.Field field, String message) {
        return Violation.block(FIELD, field.requirement(), name(field), message);
    }

    private static Violation soft(RequestForm.Field field, String message) {
        return new Violation(
                FIELD + "-perhaps",
                field.requirement(),
                Severity.WARN,
                name(field),
                message,
                null,
                true);
    }

    private static String told(RequestForm.Field field, String otherwise) {
        return field.hint() == null ? otherwise : field.hint();
    }

    private static String name(RequestForm.Field field) {
        return "fields." + field.label();
    }
}
