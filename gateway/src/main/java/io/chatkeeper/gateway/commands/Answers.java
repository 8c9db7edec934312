package io.chatkeeper.gateway.commands;

import io.chatkeeper.contract.Reply;
import java.util.LinkedHashMap;
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
