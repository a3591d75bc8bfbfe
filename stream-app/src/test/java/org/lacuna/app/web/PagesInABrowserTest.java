package org.lacuna.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The pages as a reader sees them, in a real Chromium. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PagesInABrowserTest {

    private static final List<String> PAGES = List.of(
            "/",
            "/?medium=film&level=1",
            "/?topic=unknown",
            "/findings/" + Shelf.REMOVED,
            "/findings/" + Shelf.ALTERED,
            "/findings/" + Shelf.RESTORED,
            "/findings/" + Shelf.MORAL,
            "/findings/" + Shelf.WITHHELD,
            "/works",
            "/works/northern-wall",
            "/works/harbour",
            "/sources",
            "/about",
            "/nothing");

    private static final String OPEN_ALL = "document.querySelectorAll('details').forEach(d => d.open = true)";

    @TempDir
    static Path folder = Path.of("");

    private Playwright playwright;
    private Browser browser;
    private Shelf shelf;

    @BeforeAll
    void open() {
        shelf = Shelf.open(folder.resolve("shelf"), Shelf.works());
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(chromium())
                        .setArgs(List.of(
                                "--headless",
                                "--no-sandbox",
                                "--disable-gpu",
                                "--disable-quic",
                                "--no-first-run",
                                "--disable-background-networking",
                                "--disable-component-update",
                                "--disable-sync")));
    }

    @AfterAll
    void close() {
        browser.close();
        playwright.close();
        shelf.close();
    }

    /** {@code LACUNA_CHROMIUM}, or what the PATH has. */
    private static Path chromium() {
        var named = Optional.ofNullable(System.getenv("LACUNA_CHROMIUM")).map(Path::of);
        var folders = Optional.ofNullable(System.getenv("PATH")).orElse("").split(File.pathSeparator, -1);
        var found = Stream.of(folders).flatMap(folder -> Stream.of("chromium", "chromium-browser", "google-chrome")
                .map(name -> Path.of(folder, name)));
        return Stream.concat(named.stream(), found)
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new AssertionError(
                        "needs Chromium: install it (package chromium) or name it in LACUNA_CHROMIUM"));
    }

    @Test
    void bothTextsStandSideBySide() {
        try (var page = browser.newPage(new Browser.NewPageOptions().setViewportSize(1280, 900))) {
            page.navigate(shelf.at("/findings/" + Shelf.ALTERED).toString());
            var baseline = page.locator(".side.baseline");
            var target = page.locator(".side.target");

            assertThat(baseline.locator(".text").isVisible()).isTrue();
            assertThat(baseline.locator("del").first().innerText()).contains("Taiwan");
            assertThat(target.locator("ins").first().innerText()).contains("the island");
            assertThat(target.boundingBox().x).isGreaterThan(baseline.boundingBox().x);
            assertThat(target.boundingBox().y).isEqualTo(baseline.boundingBox().y);
        }
    }

    @Test
    void filtersWorkWithoutScript() {
        var options = new Browser.NewContextOptions().setJavaScriptEnabled(false);
        try (var context = browser.newContext(options)) {
            var page = context.newPage();
            page.navigate(shelf.at("/").toString());
            page.getByLabel("Medium").selectOption("film");
            page.getByLabel("Least level").selectOption("2");
            page.locator("button").click();

            assertThat(page.url()).contains("medium=film").contains("level=2");
            assertThat(page.locator("article.finding").count()).isEqualTo(1);
            page.locator("article.finding h2 a").click();
            assertThat(page.locator("h1").innerText()).contains("Nine Lanterns");
        }
    }

    @Test
    void noPageIsWiderThanAPhone() {
        try (var page = browser.newPage(new Browser.NewPageOptions().setViewportSize(360, 740))) {
            for (var path : PAGES) {
                page.navigate(shelf.at(path).toString());

                assertThat(page.evaluate("document.documentElement.scrollWidth"))
                        .as(path)
                        .isEqualTo(360);
            }
        }
    }

    @Test
    void noHostileTextRunsOrReachesOut() {
        var incidents = new ArrayList<String>();
        try (var hostile = Shelf.open(folder.resolve("hostile"), Shelf.hostile());
                var page = browser.newPage()) {
            page.onDialog(dialog -> {
                incidents.add("dialog " + dialog.message());
                dialog.dismiss();
            });
            page.onRequest(request -> {
                if (!request.url().startsWith(hostile.at("/").toString())
                        && !request.url().equals("data:,")) {
                    incidents.add("request " + request.url());
                }
            });
            page.onConsoleMessage(message -> {
                if (message.text().contains("Content Security Policy")) {
                    incidents.add("refused by the policy only: " + message.text());
                }
            });
            page.onPopup(popup -> incidents.add("popup " + popup.url()));
            for (var path : hostilePages()) {
                page.navigate(hostile.at(path).toString());
                page.evaluate(OPEN_ALL);
                page.mouse().move(400, 300);

                assertThat(page.locator("script, iframe, object, base, img, svg, main form form, meta[http-equiv]")
                                .count())
                        .as(path)
                        .isZero();
            }
        }
        assertThat(incidents).isEmpty();
    }

    private static List<String> hostilePages() {
        var pages = new ArrayList<>(List.of(
                "/", "/works", "/sources", "/?topic=%3Cscript%3Ealert(1)%3C/script%3E&market=%22%3E%3Cscript%3E"));
        for (int i = 0; i < Shelf.HOSTILE.size(); i++) {
            pages.add((i % 3 == 0 ? "/works/w" : "/findings/f") + i);
        }
        return pages;
    }

    @Test
    void everyPageIsAccessible() {
        var options = new Browser.NewContextOptions().setBypassCSP(true).setViewportSize(1280, 900);
        try (var context = browser.newContext(options)) {
            var page = context.newPage();
            for (var path : PAGES) {
                page.navigate(shelf.at(path).toString());
                page.evaluate(OPEN_ALL);
                var violations = new AxeBuilder(page)
                        .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"))
                        .analyze()
                        .getViolations();

                assertThat(violations)
                        .as(path)
                        .extracting(rule ->
                                rule.getId() + ": " + rule.getNodes().getFirst().getHtml())
                        .isEmpty();
            }
        }
    }
}
