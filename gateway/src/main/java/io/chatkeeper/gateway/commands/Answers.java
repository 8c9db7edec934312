package io.chatkeeper.gateway.commands;

import io.chatkeeper.contract.PublicChatEvent.RuleOverridden;
import io.chatkeeper.contract.Recorded;
import io.chatkeeper.contract.Reply;
import io.chatkeeper.contract.Violation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

/// What a write answers: its ids and the stream's sequence, with the sequence as ETag.
final class Answers {
    private Answers() {}

    /// A thing with an id has come to be.
    static ResponseEntity<Map<String, Object>> created(Reply reply, Map<String, ?> ids) {
        return answer(HttpStatus.CREATED, reply.streamId(), reply.sequence(), ids);
    }

    /// A thing whose id derives from the command's has come to be.
    static ResponseEntity<Map<String, Object>> created(Reply reply, String name, String prefix) {
        return created(reply, Map.of(name, prefix + reply.commandId()));
    }

    /// What the rules said although the write went through: each that was overridden.
    static List<Map<String, Object>> findings(Reply reply) {
        return reply.events().stream()
                .map(Recorded::event)
                .filter(RuleOverridden.class::isInstance)
                .map(event -> finding(((RuleOverridden) event).violation()))
                .toList();
    }

    private static Map<String, Object> finding(Violation violation) {
        Map<String, Object> finding = new LinkedHashMap<>();
        finding.put("ruleId", violation.ruleId());
        finding.put("requirement", violation.requirement());
        finding.put("severity", violation.severity());
        finding.put("message", violation.message());
        if (violation.suggestion() != null) {
            finding.put("suggestion", violation.suggestion());
        }
        return finding;
    }

    /// Something was done to what is there.
    static ResponseEntity<Map<String, Object>> done(Reply reply) {
        return answer(HttpStatus.OK, reply.streamId(), reply.sequence(), Map.of());
    }

    static ResponseEntity<Map<String, Object>> answer(
            HttpStatus status, String stream, long sequence, Map<String, ?> ids) {
        Map<String, Object> body = new LinkedHashMap<>(ids);
        body.put("sequence", sequence);
        return ResponseEntity.status(status)
                .header("ETag", "\"" + stream + ":" + sequence + "\"")
                .body(body);
    }
}
