// SPDX-License-Identifier: Apache-2.0
package org.wardlight.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The viewer that most others are measured by, as its makers publish it, shows our studies: across origins, nothing in between. */
class OhifIT {
    static final String VERSION = "3.13.2";
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int EDGE = 128;
    private static final int SLICES = 5;

    /** Grey of the canvas at points of the image, row by row, and which slice it is; null while there is nothing to see. */
    private static final String SHOWN = """
            const engines = window.cornerstone && window.cornerstone.getRenderingEngines();
            const view = engines && engines.length && engines[0].getViewports()[0];
            const image = view && view.getImageData && view.getImageData();
            if (!image || !image.imageData) return null;
            const canvas = view.getCanvas(), edge = arguments[0], ratio = canvas.width / canvas.clientWidth;
            const pixels = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height).data;
            const grey = [];
            for (let r = 8; r < edge; r += 16) for (let c = 8; c < edge; c += 16) {
              const at = view.worldToCanvas(image.imageData.indexToWorld([c, r, 0]));
              const x = Math.round(at[0] * ratio), y = Math.round(at[1] * ratio);
              grey.push(pixels[4 * (y * canvas.width + x)]);
            }
            if (new Set(grey).size < 8) return null;
            const range = view.getProperties().voiRange;
            return JSON.stringify({ grey, id: String(view.getCurrentImageId()), lower: range.lower, upper: range.upper });
            """;

    @Test
    void its_list_shows_our_study_and_its_canvas_our_pixels(@TempDir Path folder) throws Exception {
        Path ohif = NpmPackage.of("@ohif/app", VERSION);
        List<CtFile> files = new ArrayList<>();
        for (int number = 1; number <= SLICES; number++) {
            files.add(CtFile.of(7, number, EDGE));
        }
        try (OhifSite site = new OhifSite(ohif.resolve("dist"));
                WardlightProcess server = WardlightProcess.serve(
                        folder,
                        "serve",
                        "--store",
                        folder.resolve("store").toString(),
                        "--cors-origin",
                        site.origin());
                Browser browser = Browser.open(Browser.Screen.DESKTOP, Browser.SOFTWARE_3D)) {
            assertThat(new WebPacs(server).store(files).status()).isEqualTo(200);
            site.show(server.url() + "/dicom-web");
            browser.go(site.origin() + "/");
            browser.await(
                    "the list does not show the patient",
                    PATIENCE,
                    d -> text(browser).contains("ZZ7"));
            browser.go(
                    site.origin() + "/viewer?StudyInstanceUIDs=" + files.get(0).study());
            Shown shown = browser.await("no picture on the canvas", PATIENCE, d -> shown(browser));
            browser.screenshot("ohif");
            CtFile slice = files.stream()
                    .filter(file -> shown.id().contains("/" + file.instance() + "/"))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("it shows none of our slices: " + shown.id()));
            assertThat(shown.meanDifference(slice)).isLessThan(6);
            assertThat(browser.consoleProblems())
                    .filteredOn(line -> line.startsWith("SEVERE"))
                    .isEmpty();
        }
    }

    private static String text(Browser browser) {
        return String.valueOf(browser.driver().executeScript("return document.body.innerText"));
    }

    private static @Nullable Shown shown(Browser browser) {
        Object found = browser.driver().executeScript(SHOWN, EDGE);
        try {
            return found instanceof String json ? new Shown(new ObjectMapper().readTree(json)) : null;
        } catch (IOException ours) {
            throw new UncheckedIOException(ours);
        }
    }

    /** What stands on the canvas, with the window that it is shown in, in Hounsfield units. */
    private record Shown(JsonNode found) {
        String id() {
            return found.get("id").asText();
        }

        /** Mean difference, of 255, from what the slice's own values give in that window. */
        double meanDifference(CtFile slice) {
            double lower = found.get("lower").asDouble();
            double upper = found.get("upper").asDouble();
            double sum = 0;
            int at = 0;
            for (int row = 8; row < EDGE; row += 16) {
                for (int column = 8; column < EDGE; column += 16) {
                    double unit = (slice.value(row, column) - 1024 - lower) / (upper - lower);
                    sum += Math.abs(255 * Math.max(0, Math.min(1, unit))
                            - found.get("grey").get(at++).asInt());
                }
            }
            return sum / at;
        }
    }
}
