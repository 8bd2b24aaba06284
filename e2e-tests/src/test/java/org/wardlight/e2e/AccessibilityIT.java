// SPDX-License-Identifier: Apache-2.0
package org.wardlight.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.openqa.selenium.By;

/** Every page against the rules of WCAG 2.2 AA that axe-core can decide, at the size of a tablet and of a phone. */
class AccessibilityIT {
    private static final List<String> PAGES = List.of(
            "/",
            "/add",
            "/welcome",
            "/admin/people",
            "/admin/devices",
            "/admin/lists",
            "/admin/peers",
            "/admin/pacs",
            "/admin/audit");

    private static final String RUN = """
            const done = arguments[arguments.length - 1];
            axe.run(document, {runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']}).then(
              ({violations}) => done(violations.map(({id, nodes}) => id + ' ' + nodes.map(({target}) => target.join(' ')).join(', '))),
              (error) => done(['axe: ' + error]));
            """;

    static Stream<Browser.Screen> screens() {
        return Stream.of(Browser.Screen.TABLET, Browser.Screen.PHONE);
    }

    @ParameterizedTest
    @MethodSource("screens")
    void no_page_breaks_a_rule(Browser.Screen screen, @TempDir Path folder) throws Exception {
        try (WardlightProcess server = WardlightProcess.serve(
                        folder, "demo", "--folder", Demo.folder().toString());
                Browser browser = Browser.open(screen)) {
            Site site = new Site(server);
            List<String> broken = new ArrayList<>();
            for (String page : PAGES) {
                browser.go(server.url() + page);
                browser.await(
                        "no heading at " + page,
                        d -> !d.findElements(By.tagName("h1")).isEmpty());
                rules(browser).forEach(rule -> broken.add(page + ": " + rule));
            }
            for (String modality : List.of("CT", "DX", "ECG")) {
                browser.go(server.url() + "/study/"
                        + site.study(modality, 1).get("study").asText());
                browser.find("patient-banner");
                Thread.sleep(Duration.ofSeconds(1).toMillis());
                rules(browser).forEach(rule -> broken.add(modality + ": " + rule));
            }
            assertThat(broken).isEmpty();
        }
    }

    /** Planted: a picture without a name is found, so a clean answer means something. */
    @Test
    void a_broken_page_is_found(@TempDir Path folder) throws Exception {
        Path page = Files.writeString(folder.resolve("page.html"), "<html lang=en><title>x</title><img src=x.png>");
        try (Browser browser = Browser.open(Browser.Screen.PHONE)) {
            browser.go(page.toUri().toString());
            assertThat(rules(browser)).anyMatch(rule -> rule.startsWith("image-alt"));
        }
    }

    private static List<String> rules(Browser browser) throws IOException {
        Path axe = WardlightProcess.root().resolve("web-client/node_modules/axe-core/axe.min.js");
        browser.driver().executeScript(Files.readString(axe));
        Object found = browser.driver().executeAsyncScript(RUN);
        return ((List<?>) Objects.requireNonNull(found))
                .stream().map(String::valueOf).toList();
    }
}
