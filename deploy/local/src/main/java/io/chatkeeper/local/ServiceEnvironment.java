package io.chatkeeper.local;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// What every service is told through its environment.
final class ServiceEnvironment {

    private static final String PARTITIONS = "6";

    private final Map<String, String> common = new LinkedHashMap<>();

    ServiceEnvironment(
            HouseSettings settings,
            DataFolder folder,
            Servers servers,
            List<ServiceProcess> processes) {
        String local = settings.root().resolve("deploy/local").toString();
        common.put("SERVER_ADDRESS", "127.0.0.1");
        common.put("CHATKEEPER_KAFKA", servers.kafka());
        common.put("CHATKEEPER_MONGO_URI", servers.mongoUri());
        common.put("CHATKEEPER_SOPS", settings.sops().toString());
        common.put("CHATKEEPER_USERS", local + "/users.yaml");
        common.put("CHATKEEPER_SITES", local + "/sites.yaml");
        common.put("CHATKEEPER_SECRET", folder.secret("secret"));
        common.put("CHATKEEPER_INTERNAL_TOKEN", folder.secret("internal-token"));
        common.put("CHATKEEPER_PARTITIONS", PARTITIONS);
        for (ServiceProcess process : processes) {
            if (process.number() == 1 && process.service().endsWith("-service")) {
                common.put(urlName(process.service()), process.url());
            }
        }
        common.putAll(settings.environment());
    }

    /// Where broker and store are, ours or those that were named.
    record Servers(String kafka, String mongoUri) {}

    private static String urlName(String service) {
        String word = service.substring(0, service.length() - "-service".length());
        return "CHATKEEPER_" + word.toUpperCase(Locale.ROOT) + "_URL";
    }

    Map<String, String> of(ServiceProcess process) {
        Map<String, String> own = new LinkedHashMap<>(common);
        own.put("SERVER_PORT", Integer.toString(process.port()));
        own.put("CHATKEEPER_INSTANCE", process.name());
        return own;
    }
}
