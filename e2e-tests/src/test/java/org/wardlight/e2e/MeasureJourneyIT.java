// SPDX-License-Identifier: Apache-2.0
package org.wardlight.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;

/** A clinician measures the CT: with a mouse and with a thumb; what was measured is right, is kept and is there again. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MeasureJourneyIT {
    private static final double SPACING_MM = 0.7;

    private WardlightProcess server;
    private Site site;
    private String study = "";

    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        server =
                WardlightProcess.serve(folder, "demo", "--folder", Demo.folder().toString());
        site = new Site(server);
        study = site.study("CT", 300).get("study").asText();
    }

    @AfterAll
    void stop() {
        server.close();
    }

    private ViewerPage open(Browser browser) {
        ViewerPage viewer = new ViewerPage(browser);
        browser.go(server.url() + "/study/" + study);
        viewer.awaitPicture(Duration.ofSeconds(20));
        viewer.awaitExact();
        return viewer;
    }

    private static void choose(ViewerPage viewer, Browser browser, String tool) {
        viewer.click("measure-button");
        viewer.click("tool-" + tool);
        browser.find("measure-bar");
    }

    private static WebElement label(Browser browser, String kind) {
        By one = By.cssSelector("[data-testid='mark-label'][data-kind='" + kind + "'][data-keeping='sent']");
        return browser.await(
                "no " + kind + " that is kept",
                d -> d.findElements(one).stream().findFirst().orElse(null));
    }

    /** The figure of that name, as computed and not as rounded for the screen. */
    private static double figure(WebElement label, String name) throws Exception {
        for (JsonNode figure : new ObjectMapper().readTree(label.getAttribute("data-figures"))) {
            if (figure.get(0).asText().equals(name)) {
                return figure.get(1).asDouble();
            }
        }
        throw new AssertionError("no figure " + name);
    }

    @Test
    void a_length_and_a_region_are_those_of_the_object_and_are_there_after_a_reload() throws Exception {
        try (Browser browser = Browser.open(Browser.Screen.DESKTOP)) {
            ViewerPage viewer = open(browser);
            choose(viewer, browser, "length");
            viewer.press("0");
            viewer.awaitExact();
            viewer.mouseDrag(-120, -60, 200, 0);
            assertThat(figure(label(browser, "length"), "Length")).isCloseTo(200 * SPACING_MM, within(SPACING_MM / 2));

            choose(viewer, browser, "ellipse");
            viewer.mouseDrag(-60, 40, 90, 61);
            browser.await("no values", d -> label(browser, "ellipse").getText().contains("Mean"));
            WebElement region = label(browser, "ellipse");
            assertRegion(region, viewer.frame());
            browser.screenshot("measure-desktop");
            String shown = region.getText();

            viewer = open(browser);
            browser.await(
                    "the region is not there again",
                    d -> label(browser, "ellipse").getText().equals(shown));
            assertThat(browser.consoleProblems()).isEmpty();
        }
    }

    /** Against the formula over the original object's own values, of the ellipse that the server keeps. */
    private void assertRegion(WebElement region, int frame) throws Exception {
        JsonNode ellipse = StreamSupport.stream(
                        site.json("/api/v1/studies/" + study + "/marks")
                                .get("marks")
                                .spliterator(),
                        false)
                .map(mark -> mark.get("shape"))
                .filter(shape -> shape.get("kind").asText().equals("ellipse"))
                .findFirst()
                .orElseThrow();
        double[] values = inside(ellipse.get("points"), frame);
        double mean = Arrays.stream(values).average().orElseThrow();
        double variance = Arrays.stream(values)
                .map(v -> (v - mean) * (v - mean))
                .average()
                .orElseThrow();
        assertThat(values.length).isGreaterThan(3000);
        assertThat(figure(region, "Pixels")).isEqualTo(values.length);
        assertThat(figure(region, "Mean")).isCloseTo(mean, within(1e-6));
        assertThat(figure(region, "SD")).isCloseTo(Math.sqrt(variance), within(1e-6));
        assertThat(figure(region, "Min")).isEqualTo(Arrays.stream(values).min().orElseThrow());
        assertThat(figure(region, "Max")).isEqualTo(Arrays.stream(values).max().orElseThrow());
    }

    private double[] inside(JsonNode points, int frame) throws Exception {
        JsonNode series = site.descriptor(study).get("series").get(0);
        int[] stored = site.storedFrame(study, series, frame);
        double left = Math.min(points.at("/0/0").asDouble(), points.at("/1/0").asDouble());
        double top = Math.min(points.at("/0/1").asDouble(), points.at("/1/1").asDouble());
        double across =
                Math.abs(points.at("/0/0").asDouble() - points.at("/1/0").asDouble()) / 2;
        double down = Math.abs(points.at("/0/1").asDouble() - points.at("/1/1").asDouble()) / 2;
        return IntStream.range(0, stored.length)
                .filter(i -> {
                    double u = (i % 512 + 0.5 - left - across) / across;
                    double v = (i / 512 + 0.5 - top - down) / down;
                    return u * u + v * v <= 1;
                })
                .mapToDouble(i -> stored[i] - 1024.0)
                .toArray();
    }

    @Test
    void a_thumb_measures_on_a_phone_and_two_panes_scroll_together() throws Exception {
        try (Browser browser = Browser.open(Browser.Screen.PHONE)) {
            ViewerPage viewer = open(browser);
            viewer.click("more");
            viewer.click("layout-2x1");
            browser.await("no second pane", d -> browser.findAll("canvas").size() == 2);
            int before = viewer.frame();
            viewer.press(org.openqa.selenium.Keys.PAGE_DOWN);
            browser.await(
                    "the panes do not scroll together",
                    d -> browser.findAll("canvas").stream()
                            .allMatch(canvas -> ("" + (before + 10)).equals(canvas.getAttribute("data-frame"))));
            viewer.click("more");
            viewer.click("layout-1x1");
            choose(viewer, browser, "length");
            viewer.awaitExact();
            viewer.touchDrag(-80, -30, 80, -30);
            double perPixel = 512 * SPACING_MM / viewer.imageRect()[2];
            assertThat(figure(label(browser, "length"), "Length")).isCloseTo(160 * perPixel, within(SPACING_MM / 2));
            browser.screenshot("measure-phone");
            viewer.click("measure-undo");
            browser.await("not undone", d -> browser.findAll("mark-label").isEmpty());
            assertThat(browser.consoleProblems()).isEmpty();
        }
    }
}
