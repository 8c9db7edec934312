package io.chatkeeper.sla;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/// Time limits.
@SpringBootApplication
class SlaServiceApplication {
    public static void main(String[] args) {
        SpringApplication.run(SlaServiceApplication.class, args);
    }
}
