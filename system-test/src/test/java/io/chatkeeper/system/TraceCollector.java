package io.chatkeeper.system;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.resource.v1.Resource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;

/// A collector of traces that keeps in memory what services send it by OTLP over HTTP, read with
/// the protocol's own classes.
final class TraceCollector implements AutoCloseable {
    /// A hop as it arrived; its name has the service in front.
    record Seen(String name, String trace, String id, String parent) {}

    private final HttpServer server;
    private final List<Seen> seen = new CopyOnWriteArrayList<>();
    private final StringBuffer raw = new StringBuffer();

    TraceCollector() {
        try {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/v1/traces", this::take);
        server.start();
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/v1/traces";
    }

    /// Everything that was sent, as text.
    String raw() {
        return raw.toString();
    }

    /// The first trace that has both hops; empty as long as there is none.
    List<Seen> traceWith(String one, String other) {
        return seen.stream()
                .filter(hop -> hop.name.equals(one))
                .map(hop -> trace(hop.trace))
                .filter(trace -> names(trace).contains(other))
                .findFirst()
                .orElse(List.of());
    }

    private List<Seen> trace(String id) {
        return seen.stream().filter(hop -> hop.trace.equals(id)).toList();
    }

    static Set<String> names(List<Seen> trace) {
        return trace.stream().map(Seen::name).collect(Collectors.toSet());
    }

    /// Hops that follow from none of the trace, besides the one it began with.
    static List<Seen> astray(List<Seen> trace) {
        Set<String> ids = trace.stream().map(Seen::id).collect(Collectors.toSet());
        return trace.stream()
                .filter(hop -> !hop.parent.isEmpty() && !ids.contains(hop.parent))
                .toList();
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            raw.append(new String(body, StandardCharsets.UTF_8));
            for (var resource : ExportTraceServiceRequest.parseFrom(body).getResourceSpansList()) {
                String service = service(resource.getResource());
                resource.getScopeSpansList().stream()
                        .flatMap(scope -> scope.getSpansList().stream())
                        .forEach(span ->
                                seen.add(
                                        new Seen(
                                                service + ": " + span.getName(),
                                                hex(span.getTraceId().toByteArray()),
                                                hex(span.getSpanId().toByteArray()),
                                                hex(span.getParentSpanId().toByteArray()))));
            }
            exchange.sendResponseHeaders(200, -1);
        }
    }

    private static String service(Resource resource) {
        return resource.getAttributesList().stream()
                .filter(one -> one.getKey().equals("service.name"))
                .map(KeyValue::getValue)
                .map(value -> value.getStringValue())
                .findFirst()
                .orElse("");
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
