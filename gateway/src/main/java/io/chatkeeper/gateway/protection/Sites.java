package io.chatkeeper.gateway.protection;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/// The sites whose pages may carry the widget, each with its SOP and its allowed origins.
public record Sites(Map<String, Site> sites) {
    /// @param origins such as `https://www.example.com`; `self` is the gateway's own
    public record Site(String sop, String title, List<String> origins) {}

    /// @throws Problem 400 if there is no such site
    public Site site(@Nullable String id) {
        return Optional.ofNullable(id)
                .map(sites::get)
                .orElseThrow(() ->
                        Problem.of(
                                HttpStatus.BAD_REQUEST, "unknown-site", "There is no such site."));
    }

    /// @param origin what the browser says the page's origin is; absent outside browsers
    /// @param self the gateway's own origin
    public boolean allows(Site site, @Nullable String origin, String self) {
        return origin == null
                || site.origins().contains(origin)
                || site.origins().contains("self") && origin.equals(self);
    }

    /// Every origin that any site allows.
    public Set<String> allOrigins() {
        Set<String> all = new TreeSet<>();
        sites.values().forEach(site -> all.addAll(site.origins()));
        all.remove("self");
        return all;
    }
}
