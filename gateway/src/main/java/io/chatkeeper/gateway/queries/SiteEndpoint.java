package io.chatkeeper.gateway.queries;

import io.chatkeeper.gateway.protection.Problem;
import io.chatkeeper.gateway.protection.Sites;
import io.chatkeeper.sop.DeskHours;
import io.chatkeeper.sop.Sop;
import io.chatkeeper.sop.SopRegister;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/// What a page may show of its site before a chat begins: whether somebody is there.
@RestController
class SiteEndpoint {
    private final Sites sites;
    private final SopRegister sops;
    private final InstantSource clock;

    /// @param opensAt when a desk that would take the chat opens; absent while one is open
    /// @param answerBy by when a message that is left now is answered; absent while one is open
    /// @param closesAt when the desk that would take the chat closes; absent if it does not
    record Site(
            String site,
            String title,
            boolean open,
            @Nullable Instant opensAt,
            @Nullable Instant answerBy,
            @Nullable Instant closesAt) {}

    SiteEndpoint(Sites sites, SopRegister sops, InstantSource clock) {
        this.sites = sites;
        this.sops = sops;
        this.clock = clock;
    }

    /// What is told here binds nobody: the chat decides anew, by the time at which it begins.
    @GetMapping("/api/v1/sites/{id}")
    Site site(@PathVariable String id) {
        Sites.Site site = sites.sites().get(id);
        if (site == null) {
            throw Problem.notFound();
        }
        Sop sop = sops.newest(site.sop()).orElseThrow(Problem::notFound);
        Instant now = clock.instant();
        DeskHours.Arrival arrival = DeskHours.arrival(sop, sop.entryDesk(), now, "");
        DeskHours.Held held = arrival.held();
        return new Site(
                id,
                site.title(),
                held == null,
                held == null ? null : held.opensAt(),
                held == null ? null : held.answerBy(),
                held == null ? DeskHours.closesAt(sop, arrival.desk(), now).orElse(null) : null);
    }
}
