package io.chatkeeper.local;

/// One process of a service: which service, the how many-th (from 1), and its port.
record ServiceProcess(String service, int number, int port) {

    /// `chat-service-2`; also the name under which it joins its Kafka groups.
    String name() {
        return service + "-" + number;
    }

    String url() {
        return "http://127.0.0.1:" + port;
    }

    boolean isCalled(String other) {
        return other.equals(name()) || number == 1 && other.equals(service);
    }

    /// The first one logs under the bare name of the service.
    String logName() {
        return (number == 1 ? service : name()) + ".log";
    }
}
