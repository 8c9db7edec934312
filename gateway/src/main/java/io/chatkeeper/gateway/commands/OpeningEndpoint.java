package io.chatkeeper.gateway.commands;

import io.chatkeeper.contract.ChatCommand.OpenChat;
import io.chatkeeper.contract.Customer;
import io.chatkeeper.contract.PersonalText;
import io.chatkeeper.contract.Recorded;
import io.chatkeeper.contract.Reply;
import io.chatkeeper.gateway.identity.Caller;
import io.chatkeeper.gateway.identity.Tokens;
import io.chatkeeper.gateway.protection.OpeningLimit;
import io.chatkeeper.gateway.protection.Problem;
import io.chatkeeper.gateway.protection.Sites;
import io.chatkeeper.gateway.protection.Texts;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/// A visitor opens a chat.
@RestController
class OpeningEndpoint {
    private static final Duration TOKEN_ON_REPEAT = Duration.ofMinutes(10);
    private static final int FIELDS = 20;
    private static final Pattern FIELD_NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_-]{0,39}");

    private final Writes writes;
    private final ChatIds ids;
    private final Tokens tokens;
    private final Sites sites;
    private final OpeningLimit limit;
    private final InstantSource clock;

    record Visitor(
            @Nullable String name,
            @Nullable String email,
            @Nullable String externalId,
            @Nullable String identityToken) {}

    record Opening(
            @Nullable String site,
            @Nullable Visitor customer,
            @Nullable String topic,
            @Nullable String message,
            @Nullable Map<String, String> fields) {}

    OpeningEndpoint(
            Writes writes,
            ChatIds ids,
            Tokens tokens,
            Sites sites,
            OpeningLimit limit,
            InstantSource clock) {
        this.writes = writes;
        this.ids = ids;
        this.tokens = tokens;
        this.sites = sites;
        this.limit = limit;
        this.clock = clock;
    }

    @PostMapping("/api/v1/chats")
    Mono<ResponseEntity<Map<String, Object>>> open(
            @RequestBody Opening opening,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            ServerHttpRequest request) {
        Sites.Site site = sites.site(opening.site);
        String siteId = String.valueOf(opening.site);
        String unique = uuid(key);
        checkOrigin(site, request);
        limit.check(address(request));
        String chatId = ids.chatId(siteId, unique);
        Caller caller = new Caller.Visitor(chatId, siteId);
        OpenChat command =
                new OpenChat(
                        chatId,
                        ids.reference(chatId),
                        siteId,
                        site.sop(),
                        customer(opening.customer),
                        plain(Texts.optional("topic", opening.topic, Texts.SHORT)),
                        Texts.optional("message", opening.message, Texts.LONG),
                        fields(opening.fields));
        return writes.send(caller, "POST /chats", unique, _ -> command)
                .map(reply -> answer(reply, command, siteId));
    }

    private ResponseEntity<Map<String, Object>> answer(Reply reply, OpenChat open, String site) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("chatId", open.chatId());
        body.put("reference", open.reference());
        if (openedAtMost(reply, TOKEN_ON_REPEAT)) {
            body.put("visitorToken", tokens.forVisitor(open.chatId(), site));
        }
        body.put("state", "waiting");
        body.put("sequence", reply.sequence());
        return ResponseEntity.created(URI.create("/api/v1/chats/" + open.chatId()))
                .header("ETag", "\"" + reply.streamId() + ":" + reply.sequence() + "\"")
                .body(body);
    }

    private boolean openedAtMost(Reply reply, Duration ago) {
        Recorded opened = reply.events().getFirst();
        return opened.envelope().time().plus(ago).isAfter(clock.instant());
    }

    private void checkOrigin(Sites.Site site, ServerHttpRequest request) {
        String origin = request.getHeaders().getOrigin();
        String self = request.getURI().getScheme() + "://" + request.getURI().getAuthority();
        if (!sites.allows(site, origin, self)) {
            throw Problem.forbidden("foreign-origin", "This page may not open chats here.");
        }
    }

    private static String uuid(@Nullable String key) {
        try {
            return UUID.fromString(key == null ? "" : key).toString();
        } catch (IllegalArgumentException e) {
            throw Problem.malformed("Send a UUID as Idempotency-Key.");
        }
    }

    private static String address(ServerHttpRequest request) {
        var remote = request.getRemoteAddress();
        return remote == null ? "unknown" : remote.getAddress().getHostAddress();
    }

    private static Customer customer(@Nullable Visitor visitor) {
        return visitor == null
                ? Customer.unknown()
                : new Customer(
                        Texts.optional("customer.name", visitor.name, Texts.SHORT),
                        Texts.optional("customer.email", visitor.email, Texts.SHORT),
                        null,
                        false);
    }

    private static Map<String, PersonalText> fields(@Nullable Map<String, String> given) {
        Map<String, PersonalText> fields = new HashMap<>();
        if (given != null) {
            if (given.size() > FIELDS) {
                throw Problem.malformed("At most " + FIELDS + " fields.");
            }
            given.forEach((name, value) -> fields.put(fieldName(name), value(name, value)));
        }
        return fields;
    }

    /// A field's name becomes a name in documents, where dots and dollars mean something.
    private static String fieldName(String name) {
        if (!FIELD_NAME.matcher(name).matches()) {
            throw Problem.malformed("A field is named by letters, digits, - and _, at most 40.");
        }
        return name;
    }

    private static PersonalText value(String name, @Nullable String value) {
        return Texts.judgedLater(name, value, Texts.SHORT);
    }

    private static @Nullable String plain(@Nullable PersonalText text) {
        return text == null ? null : text.plain();
    }
}
