package io.chatkeeper.local;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The whole of Chatkeeper on one machine: broker, store and services as processes of their own,
/// each watched and started again when it ends. Nothing is printed and nothing exits here.
///
/// Processes are named `broker`, `store`, `chat-service-1`, `chat-service-2` and so on; a service's
/// bare name means its first one.
public final class House implements AutoCloseable {

    /// The services; the gateway, which people talk to, is the last.
    public static final List<String> SERVICES =
            List.of(
                    "chat-service",
                    "routing-service",
                    "sla-service",
                    "notes-service",
                    "projection-service",
                    "gateway");

    private static final Duration STOP_LIMIT = Duration.ofSeconds(15);
    private static final Duration READY_LIMIT = Duration.ofMinutes(4);
    private static final int ASK_EVERY_MILLIS = 150;

    /// A service that ends this often before it was ready will not get ready.
    private static final int DEATHS_AT_THE_START = 5;

    private final DataFolder folder;
    private final List<ServiceProcess> processes;
    private final Map<String, Supervisor> supervisors = new ConcurrentSkipListMap<>();

    private volatile ServiceEnvironment.@Nullable Servers servers;

    House(DataFolder folder, List<ServiceProcess> processes) {
        this.folder = folder;
        this.processes = List.copyOf(processes);
    }

    /// Starts everything and returns when every service is ready. What a killed house left running
    /// in the same data folder is ended first.
    ///
    /// @throws CannotStart when a port or the data folder is taken, a jar is missing, or something
    ///   does not come up; nothing is left running then
    public static House start(HouseSettings settings, Progress progress) {
        return start(settings, process -> jar(settings.root(), serviceOf(process)), progress);
    }

    /// The service of a process: `chat-service` of `chat-service-2`.
    public static String serviceOf(String process) {
        return process.replaceFirst("-\\d+$", "");
    }

    /// Where the build puts the program of a service.
    public static Path jar(Path root, String service) {
        return root.resolve(service).resolve("target/" + service + "-0.1.0-SNAPSHOT-app.jar");
    }

    /// The same with a jar for each process, so that two versions can stand side by side.
    ///
    /// @param jars the program of a process, by its name, such as `chat-service-2`
    public static House start(
            HouseSettings settings, Function<String, Path> jars, Progress progress) {
        DataFolder folder = DataFolder.open(settings.data());
        try {
            return new HouseOpening(settings, jars, folder, progress).open();
        } catch (RuntimeException e) {
            folder.close();
            throw e;
        }
    }

    /// Where people find it: `http://localhost:<port of the gateway>`.
    public String url() {
        return "http://localhost:" + process("gateway").port();
    }

    /// The address of one process of a service, which only this machine can reach.
    public String url(String name) {
        return process(name).url();
    }

    /// Names of all processes, broker and store included unless they are somebody else's.
    public List<String> names() {
        return List.copyOf(supervisors.keySet());
    }

    /// The process id of the named process now.
    public long pid(String name) {
        return supervisor(name).child().handle().pid();
    }

    /// `kill -9` of the named process. It is started again on the same port; see `awaitReady`.
    public void kill(String name) {
        supervisor(name).child().kill();
    }

    /// Asks the named process to stop, as a deployment would. It is started again on the same port.
    public void restart(String name) {
        supervisor(name).child().stop(STOP_LIMIT);
    }

    /// Stops the execution of the named process where it is (SIGSTOP), as a long pause of its
    /// machine would: it answers nothing, yet its connections stay open.
    public void freeze(String name) {
        supervisor(name).child().freeze();
    }

    /// Lets a process go on after `freeze`.
    public void thaw(String name) {
        supervisor(name).child().thaw();
    }

    /// Stops the named process and starts it again, on the same port with the same files, when the
    /// absence is over. Returns when it is gone.
    public void away(String name, Duration absence) {
        supervisor(name).away(absence, STOP_LIMIT);
    }

    /// The token that calls below `/internal/` and for metrics must show.
    public String internalToken() {
        return folder.secret("internal-token");
    }

    /// Bootstrap servers of the broker this house uses.
    public String kafka() {
        return Objects.requireNonNull(servers, "the house is not open yet").kafka();
    }

    void uses(ServiceEnvironment.Servers started) {
        servers = started;
    }

    /// Returns when all services are ready, for instance after a `kill`.
    ///
    /// @throws CannotStart when one is not within four minutes, or ends again and again
    public void awaitReady() {
        awaitReady(processes);
    }

    /// Returns when the named service process is ready.
    ///
    /// @throws CannotStart as above
    public void awaitReady(String name) {
        awaitReady(List.of(process(name)));
    }

    private void awaitReady(List<ServiceProcess> wanted) {
        List<ServiceProcess> missing = new ArrayList<>(wanted);
        Instant limit = Instant.now().plus(READY_LIMIT);
        try (Readiness readiness = new Readiness()) {
            while (true) {
                missing.removeIf(readiness::of);
                if (missing.isEmpty()) {
                    return;
                }
                missing.forEach(this::refuseIfItKeepsEnding);
                if (Instant.now().isAfter(limit)) {
                    throw neverReady(missing.getFirst());
                }
                Waiting.millis(ASK_EVERY_MILLIS);
            }
        }
    }

    private void refuseIfItKeepsEnding(ServiceProcess process) {
        Supervisor supervisor = supervisor(process.name());
        if (supervisor.deathsInSuccession() >= DEATHS_AT_THE_START) {
            throw neverReady(process);
        }
    }

    private CannotStart neverReady(ServiceProcess process) {
        Path log = supervisor(process.name()).child().log();
        return new CannotStart("The " + process.name() + " does not get ready; see " + log);
    }

    private ServiceProcess process(String name) {
        return processes.stream()
                .filter(process -> process.isCalled(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no service is called " + name));
    }

    private Supervisor supervisor(String name) {
        Supervisor known = supervisors.get(name);
        return known != null
                ? known
                : Objects.requireNonNull(supervisors.get(process(name).name()));
    }

    void supervise(Supervisor supervisor) {
        supervisors.put(supervisor.name(), supervisor);
        supervisor.start();
    }

    /// Stops the services all at once, then the store, then the broker, each by force if it does
    /// not stop within 15 seconds, and gives the data folder free.
    @Override
    public void close() {
        Waiting.uninterrupted(() -> {
            List<Thread> stops = processes.stream().map(this::stopInBackground).toList();
            stops.forEach(Waiting::forEnd);
            stop("store");
            stop("broker");
            folder.close();
        });
    }

    private Thread stopInBackground(ServiceProcess process) {
        return Thread.ofVirtual().start(() -> stop(process.name()));
    }

    private void stop(String name) {
        Supervisor supervisor = supervisors.get(name);
        if (supervisor != null) {
            supervisor.stop(STOP_LIMIT);
        }
    }
}
