// SPDX-License-Identifier: Apache-2.0
package org.wardlight.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;

/** From a cold browser over 1 Mbit/s and 300 ms round trip: what a clinician waits for. Figures go to target/badlink.tsv. */
class BadLinkIT {
    @Test
    void a_cold_browser_on_the_bad_link_sees_list_stack_and_radiograph_in_time(@TempDir Path folder) throws Exception {
        List<String> figures = new ArrayList<>();
        try (WardlightProcess server =
                WardlightProcess.serve(folder, "demo", "--folder", Demo.folder().toString())) {
            Site site = new Site(server);
            String ct = site.study("CT", 300).get("study").asText();
            String radiograph = site.study("DX", 1).get("study").asText();
            figures.add(list(server, ct));
            figures.addAll(stack(server, ct));
            figures.add(radiograph(server, radiograph));
        }
        java.nio.file.Files.write(WardlightProcess.root().resolve("e2e-tests/target/badlink.tsv"), figures);
        figures.forEach(System.out::println);
    }

    private static String list(WardlightProcess server, String ct) throws Exception {
        try (BadLink link = BadLink.to(server.port(), BadLink.Conditions.WARD);
                Browser browser = Browser.open(Browser.Screen.DESKTOP)) {
            long start = System.nanoTime();
            browser.driver().get(link.url() + "/");
            browser.await(
                    "no list",
                    d -> d.findElements(By.cssSelector("[data-testid='study-row'][data-study='" + ct + "']"))
                                    .size()
                            > 0);
            return figure("study list", start, link);
        }
    }

    private static List<String> stack(WardlightProcess server, String ct) throws Exception {
        List<String> figures = new ArrayList<>();
        try (BadLink link = BadLink.to(server.port(), BadLink.Conditions.WARD);
                Browser browser = Browser.open(Browser.Screen.DESKTOP)) {
            ViewerPage viewer = new ViewerPage(browser);
            long start = System.nanoTime();
            browser.driver().get(link.url() + "/study/" + ct);
            viewer.awaitPicture(Duration.ofSeconds(30));
            figures.add(figure("first CT image", start, link));
            browser.await("the stack is not all there", Duration.ofSeconds(60), d -> {
                String have = browser.find("scrubber").getAttribute("data-have");
                return have != null && Integer.parseInt(have) >= 300;
            });
            figures.add(figure("300 slices scrollable", start, link));
            assertThat(browser.consoleProblems()).isEmpty();
        }
        return figures;
    }

    private static String radiograph(WardlightProcess server, String study) throws Exception {
        try (BadLink link = BadLink.to(server.port(), BadLink.Conditions.WARD);
                Browser browser = Browser.open(Browser.Screen.DESKTOP)) {
            ViewerPage viewer = new ViewerPage(browser);
            long start = System.nanoTime();
            browser.driver().get(link.url() + "/study/" + study);
            browser.await("no radiograph", Duration.ofSeconds(60), d -> {
                String state = viewer.state();
                return "preview".equals(state) || "exact".equals(state);
            });
            return figure("3000 x 3600 radiograph", start, link);
        }
    }

    private static String figure(String what, long startNanos, BadLink link) {
        return "%s\t%.1f s\t%d kB".formatted(what, (System.nanoTime() - startNanos) / 1e9, link.downBytes() / 1000);
    }
}
