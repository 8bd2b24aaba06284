// SPDX-License-Identifier: Apache-2.0
package org.wardlight.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;

/** A tablet keeps a study, the network goes, and the study opens again: the same pixels, and it says how old they are. */
class TabletJourneyIT {
    @Test
    void a_pinned_study_opens_exactly_after_a_reload_in_flight_mode(@TempDir Path folder) throws Exception {
        try (WardlightProcess server = WardlightProcess.serve(
                        folder, "demo", "--folder", Demo.folder().toString());
                Browser browser = Browser.open(Browser.Screen.TABLET)) {
            Site site = new Site(server);
            String study = site.study("CT", 300).get("study").asText();
            JsonNode series = site.descriptor(study).get("series").get(0);
            int last = series.get("frames").size() - 1;
            int stored = site.storedValue(study, series, last, 256, 256);

            browser.go(server.url() + "/");
            By row = By.cssSelector("[data-testid='study-row'][data-study='" + study + "']");
            browser.await("no row", d -> d.findElements(row).size() > 0);
            browser.driver()
                    .findElement(row)
                    .findElement(Browser.byTestId("keep-offline"))
                    .click();
            browser.await(
                    "not kept",
                    Duration.ofMinutes(3),
                    d -> "complete"
                            .equals(d.findElement(row)
                                    .findElement(Browser.byTestId("readiness"))
                                    .getAttribute("data-state")));
            browser.screenshot("tablet-pinned");
            assertThat(browser.consoleProblems()).isEmpty();

            browser.offline(true);
            server.killNow();
            browser.driver().navigate().refresh();
            browser.await(
                    "the list does not show it offline",
                    d -> d.findElements(row).size() > 0);
            browser.screenshot("tablet-offline-list");
            browser.driver().findElement(row).findElement(By.cssSelector("a")).click();
            ViewerPage viewer = new ViewerPage(browser);
            viewer.awaitPicture(Duration.ofSeconds(20));
            viewer.end();
            viewer.awaitFrame(last);
            viewer.actualSize();
            viewer.awaitExact();
            int expected = Site.linear(stored - 1024.0, 40, 400);
            assertThat(viewer.pixel(256, 256, 512, 512)).containsExactly(expected, expected, expected);
            assertThat(viewer.text("as-of")).contains("Offline").contains("as of");
            browser.screenshot("tablet-offline-ct");
        }
    }
}
