package io.chatkeeper.gateway.pages;

import io.chatkeeper.gateway.protection.Problem;
import io.chatkeeper.gateway.protection.Sites;
import java.net.URI;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/// Pages that have addresses of their own: every place of the console is the one page, and each
/// demo site is the one demo page. Scripts and styles are served as static files.
@RestController
class PagesEndpoint {
    private final Sites sites;

    PagesEndpoint(Sites sites) {
        this.sites = sites;
    }

    @GetMapping("/")
    ResponseEntity<Void> start() {
        return ResponseEntity.status(HttpStatus.FOUND).location(URI.create("/console/")).build();
    }

    @GetMapping({"/console", "/console/", "/console/{place}", "/console/{place}/{id}"})
    ResponseEntity<Resource> console(@PathVariable(required = false) String place) {
        boolean file = place != null && place.contains(".");
        return page(file ? "console/" + place : "console/index.html");
    }

    @GetMapping("/demo/{site}")
    ResponseEntity<Resource> demo(@PathVariable String site) {
        if (site.contains(".")) {
            return page("demo/" + site);
        }
        if (!sites.sites().containsKey(site)) {
            throw Problem.notFound();
        }
        return page("demo/index.html");
    }

    private static ResponseEntity<Resource> page(String name) {
        Resource page = new ClassPathResource("static/" + name);
        if (name.contains("..") || !page.exists()) {
            throw Problem.notFound();
        }
        return ResponseEntity.ok()
                .contentType(type(name))
                .cacheControl(CacheControl.noCache())
                .body(page);
    }

    private static MediaType type(String name) {
        return switch (name.substring(name.lastIndexOf('.') + 1)) {
            case "html" -> MediaType.TEXT_HTML;
            case "js" -> MediaType.valueOf("text/javascript");
            case "css" -> MediaType.valueOf("text/css");
            case "svg" -> MediaType.valueOf("image/svg+xml");
            default -> MediaType.APPLICATION_OCTET_STREAM;
        };
    }
}
