package io.chatkeeper.sop;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A form for requests to leads (R105-R107).
///
/// @param name as people write it above the form: `POC CODE`
/// @param topic what a request with this form is about; null if the file doesn't say
/// @param requirement the requirement that its fields serve
public record RequestForm(
        String name, @Nullable String topic, String requirement, List<Field> fields) {
    /// One line of the form.
    ///
    /// @param label in capitals, without its colon
    /// @param required whether the form is worth nothing without it
    /// @param requirement the requirement it serves
    /// @param hint what to write there; null if the label says it all
    /// @param choices the only values there are; empty if any will do
    /// @param need when a field that is not always required is
    /// @param balance what holds for an amount that must be zero
    public record Field(
            String label,
            boolean required,
            String requirement,
            @Nullable String hint,
            List<String> choices,
            @Nullable Need need,
            @Nullable Balance balance) {
        /// Lets nobody change what was read.
        public Field {
            choices = List.copyOf(choices);
        }
    }

    /// When a conditional field is needed.
    ///
    /// @param field the label of the field that decides
    /// @param values its values with which it is needed
    /// @param said words in the request that let one think that it is needed
    public record Need(String field, Set<String> values, List<String> said) {
        /// Lets nobody change what was read.
        public Need {
            values = Ordered.copy(values);
            said = List.copyOf(said);
        }
    }

    /// An amount that must be $0.00. A credit is none, but a notice about it must be confirmed.
    ///
    /// @param notice the id by which the notice is confirmed
    /// @param text the notice itself
    public record Balance(String notice, String text) {}

    /// Lets nobody change what was read.
    public RequestForm {
        fields = List.copyOf(fields);
    }

    /// Whether people mean this form by that name; hyphens and case make no difference, as they
    /// write `STATE TO STATE TRANSFER` and `STATE-TO-STATE TRANSFER`.
    public boolean isCalled(@Nullable String other) {
        return other != null && canonical(name).equals(canonical(other));
    }

    /// The field of that label; case, blanks and marks make no difference, so `newShop` will do.
    public Optional<Field> field(String label) {
        String wanted = canonical(label);
        return fields.stream().filter(one -> canonical(one.label()).equals(wanted)).findFirst();
    }

    static String canonical(String label) {
        return label.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    }

    Set<String> labels() {
        return fields.stream().map(Field::label).collect(Collectors.toUnmodifiableSet());
    }

    Set<String> required() {
        return Ordered.copy(fields.stream().filter(Field::required).map(Field::label).toList());
    }
}
