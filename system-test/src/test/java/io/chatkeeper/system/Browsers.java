package io.chatkeeper.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import io.chatkeeper.testkit.RealParts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// The Chromium or Chrome of this machine. Without one the browser stories are skipped, and say so;
/// where `CHATKEEPER_BROWSER=required` they fail instead.
final class Browsers implements AutoCloseable {
    private static final List<String> NAMES =
            List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");

    private final Playwright playwright;
    private final Browser browser;

    private Browsers(Path executable) {
        this.playwright =
                Playwright.create(
                        new Playwright.CreateOptions()
                                .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        this.browser =
                playwright
                        .chromium()
                        .launch(
                                new BrowserType.LaunchOptions()
                                        .setExecutablePath(executable)
                                        .setArgs(
                                                List.of(
                                                        "--no-sandbox",
                                                        "--disable-gpu",
                                                        "--disable-background-networking",
                                                        "--disable-component-update",
                                                        "--disable-sync")));
    }

    static Browsers open() {
        Optional<Path> found = find();
        if ("required".equals(System.getenv("CHATKEEPER_BROWSER"))) {
            assertThat(found).as("a Chromium or Chrome on this machine").isPresent();
        }
        assumeTrue(found.isPresent(), "SKIPPED: no Chromium or Chrome on this machine");
        return new Browsers(found.orElseThrow());
    }

    /// A fresh browser window of somebody's own. The pages' own policy keeps foreign scripts out,
    /// and so the accessibility check, which is one; so it is lifted here.
    Page window(int width, int height) {
        BrowserContext context =
                browser.newContext(
                        new Browser.NewContextOptions()
                                .setViewportSize(width, height)
                                .setBypassCSP(true));
        return context.newPage();
    }

    /// Fails if axe finds anything serious or critical on the page, shadow roots included.
    static void checkAccessibility(Page page, String where) {
        page.evaluate(axe());
        Object serious =
                page.evaluate(
                        "async () => (await axe.run()).violations"
                                + ".filter(v => ['serious', 'critical'].includes(v.impact))"
                                + ".map(v => v.id + ': ' + v.nodes.map(n => n.target).join(' | '))");
        assertThat((List<?>) serious).as("accessibility of %s", where).isEmpty();
    }

    /// Keeps a picture; the documentation shows copies of these.
    static void picture(Page page, String name) {
        page.screenshot(
                new Page.ScreenshotOptions()
                        .setPath(
                                RealParts.repositoryRoot()
                                        .resolve("system-test/target/pictures")
                                        .resolve(name + ".png")));
    }

    private static String axe() {
        try {
            return Files.readString(
                    RealParts.repositoryRoot().resolve("web/node_modules/axe-core/axe.min.js"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<Path> find() {
        Stream<String> folders =
                Stream.concat(
                        Stream.of(System.getenv("PATH").split(":")),
                        Stream.of("/usr/bin", "/opt/google/chrome"));
        return folders.flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
