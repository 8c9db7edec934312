package io.chatkeeper.local;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.IntStream;

/// The way from settings to a house in which everything is ready.
final class HouseOpening {

    private static final String HEAP = "-Xmx256m";
    private static final Map<String, String> LARGER_HEAPS =
            Map.of("gateway", "-Xmx320m", "projection-service", "-Xmx320m");

    private final HouseSettings settings;
    private final Function<String, Path> jars;
    private final DataFolder folder;
    private final Progress progress;
    private final Pids pids;

    HouseOpening(
            HouseSettings settings,
            Function<String, Path> jars,
            DataFolder folder,
            Progress progress) {
        this.settings = settings;
        this.jars = jars;
        this.folder = folder;
        this.progress = progress;
        this.pids = new Pids(folder.path().resolve("run.pids"));
    }

    House open() {
        pids.endLeftovers()
                .forEach(name -> progress.say("ended " + name + ", which a killed run had left"));
        requireKnownReplicas();
        List<ServiceProcess> processes = processes();
        processes.forEach(this::requireJar);
        House house = new House(folder, processes);
        try {
            var servers = startParts(house);
            house.uses(servers);
            startServices(
                    house, processes, new ServiceEnvironment(settings, folder, servers, processes));
            house.awaitReady();
            return house;
        } catch (RuntimeException e) {
            house.close();
            throw e;
        }
    }

    private void requireJar(ServiceProcess process) {
        Path jar = jars.apply(process.name());
        if (!Files.isRegularFile(jar)) {
            throw new CannotStart(
                    "The %s is not built: no %s. Build: mvn package"
                            .formatted(process.service(), jar));
        }
    }

    private void requireKnownReplicas() {
        settings.replicas()
                .forEach((service, count) -> {
                    if (!House.SERVICES.contains(service) || count < 1) {
                        throw new CannotStart(
                                "Cannot run %d of %s. Services: %s"
                                        .formatted(count, service, House.SERVICES));
                    }
                });
    }

    private List<ServiceProcess> processes() {
        return House.SERVICES.stream()
                .flatMap(service ->
                        IntStream.rangeClosed(1, settings.replicasOf(service))
                                .mapToObj(i -> process(service, i)))
                .toList();
    }

    private ServiceProcess process(String service, int number) {
        boolean front = service.equals("gateway") && number == 1 && settings.port() != 0;
        if (front && !Ports.isFree(settings.port())) {
            throw new CannotStart(
                    "Port %d is taken by another program. Stop it, or choose another port: %s"
                            .formatted(settings.port(), "CHATKEEPER_PORT=<port>"));
        }
        return new ServiceProcess(service, number, front ? settings.port() : Ports.free());
    }

    private ServiceEnvironment.Servers startParts(House house) {
        var given = settings.environment();
        String kafka = given.getOrDefault("CHATKEEPER_KAFKA", "");
        String mongoUri = given.getOrDefault("CHATKEEPER_MONGO_URI", "");
        if (settings.trains() && (kafka.isBlank() || mongoUri.isBlank())) {
            PartTraining.train(settings.root(), settings.flags(), progress);
        }
        List<Part> own = new ArrayList<>();
        if (kafka.isBlank()) {
            App app = BrokerProcess.app(settings.root(), settings.flags());
            BrokerProcess broker =
                    BrokerProcess.prepared(settings.root(), folder.path(), app::command);
            kafka = broker.bootstrap();
            own.add(broker);
        }
        if (mongoUri.isBlank()) {
            App app = StoreProcess.app(settings.root(), settings.flags());
            StoreProcess store =
                    StoreProcess.prepared(settings.root(), folder.path(), app::command);
            mongoUri = store.uri();
            own.add(store);
        }
        start(house, own);
        return new ServiceEnvironment.Servers(kafka, mongoUri);
    }

    private void start(House house, List<Part> own) {
        if (own.isEmpty()) {
            return;
        }
        String names = String.join(" and ", own.stream().map(Part::name).toList());
        progress.say("starting " + names);
        try {
            Part.startAll(own);
        } catch (RuntimeException e) {
            Waiting.uninterrupted(() -> own.forEach(Part::close));
            throw e;
        }
        own.forEach(
                part -> house.supervise(new Supervisor(part.name(), part.child(), pids, progress)));
        progress.say(names + (own.size() == 1 ? " is up" : " are up"));
    }

    private void startServices(
            House house, List<ServiceProcess> processes, ServiceEnvironment environment) {
        Map<String, App> apps = apps(processes, environment);
        progress.say("starting " + processes.size() + " services");
        for (ServiceProcess process : processes) {
            String service = process.service();
            App app = Objects.requireNonNull(apps.get(process.name()));
            List<String> command = app.command(List.of(heap(service)));
            Path log = folder.path().resolve("logs/" + process.logName());
            ChildProcess child =
                    new ChildProcess(command, environment.of(process), settings.root(), log);
            house.supervise(new Supervisor(process.name(), child, pids, progress));
        }
    }

    private Map<String, App> apps(List<ServiceProcess> processes, ServiceEnvironment environment) {
        Path cached = settings.root().resolve("deploy/local/target/apps");
        AppCache cache = new AppCache(cached, settings.flags());
        Map<String, App> apps = new LinkedHashMap<>();
        Map<App, ServiceProcess> first = new LinkedHashMap<>();
        for (ServiceProcess process : processes) {
            App app = cache.app(process.service(), jars.apply(process.name()));
            apps.put(process.name(), app);
            first.putIfAbsent(app, process);
        }
        if (settings.trains()) {
            try (Readiness readiness = new Readiness()) {
                List<Trainee> trainees = new ArrayList<>();
                first.forEach((app, process) ->
                        trainees.add(trainee(app, process, environment, readiness)));
                new Training(cached, progress).train(trainees);
            }
        }
        return apps;
    }

    private Trainee trainee(
            App app, ServiceProcess process, ServiceEnvironment environment, Readiness readiness) {
        String service = process.service();
        Path log = folder.path().resolve("logs/" + service + "-training.log");
        return new Trainee(
                service,
                app,
                new ChildProcess(
                        app.training(List.of(heap(service))),
                        environment.of(process),
                        settings.root(),
                        log),
                () -> readiness.of(process));
    }

    private String heap(String service) {
        return settings.flags().heap(LARGER_HEAPS.getOrDefault(service, HEAP));
    }
}
