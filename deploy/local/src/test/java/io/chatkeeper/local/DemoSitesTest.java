package io.chatkeeper.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class DemoSitesTest {

    @Test
    void the_shipped_file_names_the_four_sites() throws IOException {
        var file = Repository.root().resolve("deploy/local/sites.yaml");
        assertThat(DemoSites.ids(file)).containsExactly("loan", "saas", "shop", "care");
    }
}
