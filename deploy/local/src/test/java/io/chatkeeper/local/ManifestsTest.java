package io.chatkeeper.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.beans.IntrospectionException;
import java.beans.Introspector;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/// What is to run elsewhere is read here as the engines read it: Kubernetes' resources with its own
/// models, in which nothing may be left over, and the compose file by its schema.
class ManifestsTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final KubernetesSerialization KUBERNETES = new KubernetesSerialization();
    private static final Path DEPLOY = Repository.root().resolve("deploy");
    private static final Path BASE = DEPLOY.resolve("kubernetes/base");
    private static final int DOCUMENTS = 32;

    @Test
    void every_resource_is_one_that_kubernetes_knows_with_no_field_that_it_does_not() {
        List<Map<String, Object>> all = resources();
        assertThat(all).hasSizeGreaterThan(DOCUMENTS);
        assertThat(all).allSatisfy(resource -> assertThat(unknown(resource)).isEmpty());
    }

    @Test
    void a_field_that_kubernetes_does_not_know_is_found() {
        Map<String, Object> wrong =
                Map.of(
                        "apiVersion",
                        "apps/v1",
                        "kind",
                        "StatefulSet",
                        "spec",
                        Map.of("replica", 2, "serviceName", "x"));
        assertThat(unknown(wrong)).containsExactly("/spec/replica");
    }

    @Test
    void every_file_of_the_base_is_in_use() throws IOException {
        Object listed = load(BASE.resolve("kustomization.yaml")).getFirst().get("resources");
        try (Stream<Path> files = Files.list(BASE)) {
            Set<String> there =
                    files.map(file -> file.getFileName().toString())
                            .filter(name -> !name.equals("kustomization.yaml"))
                            .collect(Collectors.toSet());
            assertThat((List<?>) listed).map(Object::toString).hasSameElementsAs(there);
        }
    }

    @Test
    void every_service_runs_without_rights_over_its_machine_and_says_when_it_is_ready() {
        Set<String> found = new TreeSet<>();
        for (Map<String, Object> resource : resources()) {
            if (typed(resource) instanceof StatefulSet set) {
                found.add(set.getMetadata().getName());
                var pod = set.getSpec().getTemplate().getSpec();
                Container service = pod.getContainers().getFirst();
                assertThat(pod.getSecurityContext().getRunAsNonRoot()).isTrue();
                assertThat(service.getSecurityContext().getReadOnlyRootFilesystem()).isTrue();
                assertThat(service.getReadinessProbe().getHttpGet().getPath())
                        .isEqualTo(Readiness.PATH);
                assertThat(service.getLivenessProbe().getHttpGet().getPath())
                        .isEqualTo("/actuator/health/liveness");
                assertThat(service.getResources().getRequests()).containsKeys("cpu", "memory");
            }
        }
        assertThat(found).containsExactlyInAnyOrderElementsOf(House.SERVICES);
    }

    @Test
    void no_secret_is_kept_here() {
        assertThat(resources()).noneMatch(resource -> resource.get("kind").equals("Secret"));
    }

    @Test
    void the_compose_file_is_as_its_schema_says_and_runs_two_of_each_service() throws IOException {
        String schema;
        try (InputStream in = ManifestsTest.class.getResourceAsStream("/compose-spec.json")) {
            schema = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
        Map<String, Object> compose = load(DEPLOY.resolve("compose/compose.yaml")).getFirst();
        var checked =
                SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2019_09)
                        .getSchema(schema);
        assertThat(checked.validate(JSON.writeValueAsString(compose), InputFormat.JSON)).isEmpty();
        assertThat(checked.validate("{\"services\": {\"x\": {\"imag\": 1}}}", InputFormat.JSON))
                .isNotEmpty();
        Set<Object> services = Set.copyOf(((Map<?, ?>) compose.get("services")).keySet());
        for (String service : House.SERVICES) {
            assertThat(services).contains(service + "-1", service + "-2");
        }
    }

    private static List<Map<String, Object>> resources() {
        List<Map<String, Object>> all = new ArrayList<>();
        try (Stream<Path> files = Files.walk(DEPLOY.resolve("kubernetes"))) {
            for (Path file : files.filter(one -> one.toString().endsWith(".yaml")).toList()) {
                if (!file.endsWith("kustomization.yaml")) {
                    all.addAll(load(file));
                }
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return all;
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> load(Path file) throws IOException {
        var settings = LoadSettings.builder().setParseComments(false).build();
        List<Map<String, Object>> documents = new ArrayList<>();
        for (Object document : new Load(settings).loadAllFromString(Files.readString(file))) {
            documents.add((Map<String, Object>) merged(document));
        }
        return documents;
    }

    /// What stands behind `<<` is taken in, as compose does; YAML 1.2 itself does not know it.
    private static Object merged(Object node) {
        return switch (node) {
            case List<?> many -> many.stream().map(ManifestsTest::merged).toList();
            case Map<?, ?> fields -> {
                Map<Object, Object> all = new LinkedHashMap<>();
                if (fields.get("<<") != null) {
                    all.putAll((Map<?, ?>) merged(fields.get("<<")));
                }
                fields.forEach((key, value) -> {
                    if (!key.equals("<<")) {
                        all.put(key, value == null ? null : merged(value));
                    }
                });
                yield all;
            }
            default -> node;
        };
    }

    private static HasMetadata typed(Map<String, Object> resource) {
        return KUBERNETES.unmarshal(KUBERNETES.asJson(resource));
    }

    /// Fields that the model keeps only as "further properties": written again without them, they
    /// are missing. Resources of other makers have no model here; they are left to their engines.
    private static List<String> unknown(Map<String, Object> resource) {
        HasMetadata typed = typed(resource);
        if (typed instanceof GenericKubernetesResource) {
            assertThat(typed.getApiVersion()).containsAnyOf("keda.sh/", "strimzi.io/");
            return List.of();
        }
        List<String> found = new ArrayList<>();
        collect("", typed, found);
        return found;
    }

    private static void collect(String path, Object value, List<String> found) {
        if (value instanceof List<?> many) {
            many.forEach(one -> collect(path, one, found));
        } else if (value != null && value.getClass().getName().startsWith("io.fabric8.")) {
            properties(value)
                    .forEach((name, inner) -> {
                        if (name.equals("additionalProperties")) {
                            ((Map<?, ?>) inner)
                                    .keySet()
                                    .forEach(key -> found.add(path + "/" + key));
                        } else {
                            collect(path + "/" + name, inner, found);
                        }
                    });
        }
    }

    private static Map<String, Object> properties(Object bean) {
        Map<String, Object> properties = new TreeMap<>();
        try {
            for (var property :
                    Introspector.getBeanInfo(bean.getClass()).getPropertyDescriptors()) {
                Method getter = property.getReadMethod();
                Object value = getter == null ? null : getter.invoke(bean);
                if (value != null) {
                    properties.put(property.getName(), value);
                }
            }
            return properties;
        } catch (ReflectiveOperationException | IntrospectionException e) {
            throw new IllegalStateException(e);
        }
    }
}
