package io.chatkeeper.sop;

import io.chatkeeper.contract.AssistRequest;
import io.chatkeeper.contract.PersonalText;
import io.chatkeeper.sop.text.Form;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A request to a lead as it is understood: a form that was pasted into the question has become
/// fields, and labels are written as the form writes them.
///
/// @param form the form it fills in; null if it fills in none
/// @param fields by label, in the order of the form; those of use to nobody are left out
/// @param unknown labels that the form doesn't have
/// @param question what is left for the lead to read
public record FilledRequest(
        String clientId,
        @Nullable RequestForm form,
        Map<String, String> fields,
        List<String> unknown,
        String question) {
    private static final String CLIENT = "CID";
    private static final String REASON = "REASON";

    /// Fewer lines of a form may stand in any text.
    private static final int FEWEST_LABELS = 2;

    /// Keeps the form's order and lets nobody change what was understood.
    public FilledRequest {
        fields = Ordered.copy(fields);
        unknown = List.copyOf(unknown);
    }

    /// Reads a request by the forms of the procedure.
    ///
    /// @param request with a question of at most [TextGuard#LONGEST] units
    public static FilledRequest of(Sop sop, AssistRequest request) {
        String text = request.question().plain();
        Optional<RequestForm> form =
                request.template() == null ? pasted(sop, text) : sop.form(request.template());
        return form.map(known -> filled(known, request, text))
                .orElseGet(() ->
                        new FilledRequest(
                                request.clientId().strip(),
                                null,
                                plain(request.fields()),
                                List.of(),
                                text.strip()));
    }

    private static FilledRequest filled(RequestForm form, AssistRequest request, String text) {
        Form pasted = new Form(text, form.labels());
        Map<String, String> given = new LinkedHashMap<>();
        List<String> unknown = new ArrayList<>();
        plain(request.fields())
                .forEach((label, value) ->
                        form.field(label)
                                .ifPresentOrElse(
                                        field -> given.put(field.label(), value),
                                        () -> unknown.add(label)));
        Map<String, String> fields = new LinkedHashMap<>();
        for (RequestForm.Field field : form.fields()) {
            String value = given.getOrDefault(field.label(), pasted.value(field.label()));
            if (!value.isBlank()) {
                fields.put(field.label(), value.strip());
            }
        }
        String client = request.clientId().isBlank() ? fields.get(CLIENT) : request.clientId();
        if (client != null && form.field(CLIENT).isPresent()) {
            fields.putIfAbsent(CLIENT, client.strip());
        }
        return new FilledRequest(
                client == null ? "" : client.strip(),
                form,
                fields,
                unknown,
                question(form, pasted));
    }

    private static String question(RequestForm form, Form pasted) {
        return pasted.rest().stream()
                .filter(line -> !form.isCalled(line))
                .collect(Collectors.joining("\n"))
                .strip();
    }

    /// The form whose name stands above the text, or else the one most of whose labels are in it.
    private static Optional<RequestForm> pasted(Sop sop, String text) {
        Optional<String> first = text.lines().filter(line -> !line.isBlank()).findFirst();
        Optional<RequestForm> named = first.flatMap(sop::form);
        if (named.isPresent()) {
            return named;
        }
        RequestForm best = null;
        int most = FEWEST_LABELS - 1;
        for (RequestForm form : sop.forms()) {
            int found = new Form(text, form.labels()).labels().size();
            if (found > most) {
                best = form;
                most = found;
            }
        }
        return Optional.ofNullable(best);
    }

    private static Map<String, String> plain(Map<String, PersonalText> fields) {
        Map<String, String> plain = new LinkedHashMap<>();
        fields.forEach((label, value) -> plain.put(label, value.plain()));
        return plain;
    }

    /// Everything that the agent wrote in sentences: the question and the form's reason.
    public String words() {
        return (question + "\n" + fields.getOrDefault(REASON, "")).strip();
    }

    /// What the lead reads first: the question, or the reason of a form that came without one.
    public String asked() {
        return question.isEmpty() ? fields.getOrDefault(REASON, "") : question;
    }
}
