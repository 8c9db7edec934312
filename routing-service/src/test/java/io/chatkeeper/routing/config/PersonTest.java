package io.chatkeeper.routing.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.chatkeeper.contract.AgentProfile;
import io.chatkeeper.contract.Role;
import io.chatkeeper.pipeline.Json;
import io.chatkeeper.testkit.RealParts;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;

class PersonTest {
    @Test
    void who_has_a_home_desk_is_an_agent() {
        String file =
                """
                - username: casey
                  password: demo
                  name: Casey Lin
                  role: csr
                  homeDesk: customer-service
                  helpsAt: [care]
                  capacity: 5
                - {username: ada, name: Ada Brandt, role: admin}
                """;
        List<Person> people = Person.read(file, Json.mapper());
        assertThat(people.getFirst().agent())
                .hasValue(
                        new AgentProfile(
                                "casey",
                                "Casey Lin",
                                Role.CSR,
                                "customer-service",
                                List.of("care"),
                                List.of(),
                                5));
        assertThat(people.getLast().agent()).isEmpty();
    }

    @Test
    void the_people_of_the_demo_are_read() throws IOException {
        var file = RealParts.repositoryRoot().resolve("deploy/local/users.yaml");
        assertThat(Person.read(Files.readString(file), Json.mapper()))
                .filteredOn(person -> person.agent().isEmpty())
                .extracting(Person::role)
                .containsExactlyInAnyOrder(Role.ADMIN, Role.AUDITOR);
    }
}
