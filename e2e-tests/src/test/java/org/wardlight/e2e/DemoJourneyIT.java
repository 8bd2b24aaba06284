// SPDX-License-Identifier: Apache-2.0
package org.wardlight.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** A clinician opens the demo, finds the CT and reads it: with a mouse, and with a thumb. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DemoJourneyIT {
    private static final int[][] POINTS = {{256, 256}, {200, 230}, {310, 275}};

    private WardlightProcess server;
    private Site site;

    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        server =
                WardlightProcess.serve(folder, "demo", "--folder", Demo.folder().toString());
        site = new Site(server);
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @Test
    void the_ct_scrolls_to_its_end_and_its_pixels_follow_the_window_on_a_desktop() throws Exception {
        readTheCt(Browser.Screen.DESKTOP, "desktop");
    }

    @Test
    void the_same_on_a_phone_with_a_thumb() throws Exception {
        readTheCt(Browser.Screen.PHONE, "phone");
    }

    private void readTheCt(Browser.Screen screen, String name) throws IOException, InterruptedException {
        JsonNode study = site.study("CT", 300);
        String uid = study.get("study").asText();
        JsonNode series = site.descriptor(uid).get("series").get(0);
        int last = series.get("frames").size() - 1;
        try (Browser browser = Browser.open(screen)) {
            ViewerPage viewer = new ViewerPage(browser);
            browser.go(server.url() + "/");
            browser.find("study-row");
            browser.screenshot("list-" + name);
            browser.driver()
                    .findElement(
                            org.openqa.selenium.By.cssSelector("[data-testid='study-row'][data-study='" + uid + "'] a"))
                    .click();
            viewer.awaitPicture(Duration.ofSeconds(20));
            int opened = viewer.frame();
            if (screen.touch()) {
                viewer.touchDrag(0, 100, 0, -100);
                browser.await("a thumb does not scroll", d -> viewer.frame() > opened);
            } else {
                viewer.wheel(100);
                browser.await("the wheel does not scroll", d -> viewer.frame() > opened);
            }
            viewer.end();
            viewer.awaitFrame(last);
            viewer.actualSize();
            viewer.awaitExact();
            assertPixels(viewer, uid, series, last, 40, 400);
            browser.screenshot("ct-" + name);

            viewer.press("2");
            browser.await(
                    "the lung window is not on",
                    d -> viewer.text("window-label").contains("-600"));
            viewer.awaitExact();
            assertPixels(viewer, uid, series, last, -600, 1500);
            browser.screenshot("ct-lung-" + name);
            assertThat(browser.consoleProblems()).isEmpty();
        }
    }

    private void assertPixels(ViewerPage viewer, String study, JsonNode series, int index, double center, double width)
            throws IOException, InterruptedException {
        for (int[] point : POINTS) {
            int stored = site.storedValue(study, series, index, point[0], point[1]);
            int expected = Site.linear(stored - 1024.0, center, width);
            assertThat(viewer.pixel(point[0], point[1], 512, 512))
                    .as("pixel %d,%d of stored value %d", point[0], point[1], stored)
                    .containsExactly(expected, expected, expected);
        }
    }
}
