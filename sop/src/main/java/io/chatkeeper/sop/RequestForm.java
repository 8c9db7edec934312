package io.chatkeeper.sop;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// A form for requests to leads (R105-R107).
///
/// @param name as people write it above the form: `POC CODE`
public record RequestForm(String name, List<Field> fields) {
    /// One line of the form.
    ///
    /// @param label in capitals, without its colon
    /// @param required whether the form is worth nothing without it
    public record Field(String label, boolean required) {}

    /// Lets nobody change what was read.
    public RequestForm {
        fields = List.copyOf(fields);
    }

    Set<String> labels() {
        return fields.stream().map(Field::label).collect(Collectors.toUnmodifiableSet());
    }

    Set<String> required() {
        return Ordered.copy(fields.stream().filter(Field::required).map(Field::label).toList());
    }
}
