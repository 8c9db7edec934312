package io.chatkeeper.notes;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/// Notes and conduct.
@SpringBootApplication
class NotesServiceApplication {
    public static void main(String[] args) {
        SpringApplication.run(NotesServiceApplication.class, args);
    }
}
