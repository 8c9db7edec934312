package io.chatkeeper.local;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/// A program that behaves like a service from outside: ready on its port, and it tells what it was
/// told through its environment.
final class FakeService {

    private FakeService() {}

    public static void main(String[] arguments) throws IOException {
        if ("tools".equals(System.getProperty("jarmode"))) {
            unpackInto(Path.of(arguments[arguments.length - 1]));
            return;
        }
        if (System.getenv("CHATKEEPER_INSTANCE").equals(System.getenv("FAKE_ENDS_AT_ONCE"))) {
            System.out.println("this one has no wish to live");
            System.exit(7);
        }
        int port = Integer.parseInt(System.getenv("SERVER_PORT"));
        var address = new InetSocketAddress(System.getenv("SERVER_ADDRESS"), port);
        HttpServer server = HttpServer.create(address, 0);
        server.createContext(Readiness.PATH, exchange -> answer(exchange, "{}"));
        server.createContext("/environment/", FakeService::tell);
        server.start();
    }

    /// `java -Djarmode=tools -jar … extract --destination folder`, as Spring Boot's jars can.
    private static void unpackInto(Path folder) throws IOException {
        Path self = Path.of(System.getProperty("java.class.path"));
        Files.copy(self, folder.resolve(self.getFileName()));
    }

    private static void tell(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        String value = System.getenv(path.substring(path.lastIndexOf('/') + 1));
        answer(exchange, value == null ? "" : value);
    }

    private static void answer(HttpExchange exchange, String text) throws IOException {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(200, body.length == 0 ? -1 : body.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(body);
        }
    }

    /// Writes it as a jar that `java -jar` takes.
    static Path jar(Path file) throws IOException {
        return jar(file, List.of());
    }

    /// The same with the mark by which a Spring Boot jar is known.
    static Path springBootJar(Path file) throws IOException {
        return jar(file, List.of("BOOT-INF/"));
    }

    private static Path jar(Path file, List<String> folders) throws IOException {
        Files.createDirectories(file.getParent());
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, FakeService.class.getName());
        try (var jar = new JarOutputStream(Files.newOutputStream(file), manifest)) {
            for (String folder : folders) {
                jar.putNextEntry(new JarEntry(folder));
            }
            for (Class<?> type : List.of(FakeService.class, Readiness.class)) {
                add(type, jar);
            }
        }
        return file;
    }

    private static void add(Class<?> type, JarOutputStream jar) throws IOException {
        String name = type.getName().replace('.', '/') + ".class";
        jar.putNextEntry(new JarEntry(name));
        try (var in = type.getClassLoader().getResourceAsStream(name)) {
            in.transferTo(jar);
        }
    }
}
