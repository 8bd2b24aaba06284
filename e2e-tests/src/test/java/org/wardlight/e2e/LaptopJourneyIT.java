// SPDX-License-Identifier: Apache-2.0
package org.wardlight.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A doctor syncs the round's study to a laptop over a link that keeps breaking, and reads it with the site gone. */
class LaptopJourneyIT {
    // 40 Mbit/s: the CT takes several resets.
    private static final BadLink.Conditions BREAKING =
            new BadLink.Conditions(40_000_000, Duration.ofMillis(10), Duration.ofSeconds(3));

    @TempDir
    Path folder;

    private WardlightProcess siteServer;
    private Site site;
    private String study;

    @BeforeEach
    void start() throws Exception {
        siteServer =
                WardlightProcess.serve(folder, "demo", "--folder", Demo.folder().toString());
        site = new Site(siteServer);
        study = site.study("CT", 300).get("study").asText();
    }

    @AfterEach
    void stop() {
        siteServer.close();
    }

    @Test
    void a_link_that_resets_every_three_seconds_costs_at_most_three_percent() throws Exception {
        long unbroken = syncOver(BadLink.Conditions.PERFECT, folder.resolve("unbroken.sqlite"));
        Path cache = folder.resolve("laptop.sqlite");
        long broken = syncOver(BREAKING, cache);
        System.out.printf("laptop sync: %d bytes on a sound link, %d on one that breaks%n", unbroken, broken);
        assertThat(broken).isLessThanOrEqualTo(unbroken * 103 / 100);
        readWithTheSiteGone(cache);
    }

    @Test
    void killed_ten_times_it_still_ends_complete_and_verified() throws Exception {
        Path cache = folder.resolve("killed.sqlite");
        Random random = new Random(7);
        try (BadLink link = BadLink.to(siteServer.port(), BREAKING)) {
            for (int kill = 0; kill < 10; kill++) {
                Process sync = WardlightProcess.start(
                        folder.resolve("kill.out"),
                        folder.resolve("kill.err"),
                        "sync",
                        "--study",
                        study,
                        "--from",
                        link.url(),
                        "--store",
                        cache.toString());
                if (!sync.waitFor(700 + random.nextInt(2500), TimeUnit.MILLISECONDS)) {
                    sync.destroyForcibly().waitFor();
                }
            }
            WardlightProcess.Result end =
                    WardlightProcess.run("sync", "--study", study, "--from", link.url(), "--store", cache.toString());
            assertThat(end.exitCode()).as(end.out() + end.err()).isZero();
        }
        WardlightProcess.Result doctor = WardlightProcess.run("doctor", "--store", cache.toString());
        assertThat(doctor.exitCode()).as(doctor.out() + doctor.err()).isZero();
    }

    /** Syncs the study to its end and says how many bytes came down the link. */
    private long syncOver(BadLink.Conditions conditions, Path cache) throws Exception {
        try (BadLink link = BadLink.to(siteServer.port(), conditions)) {
            WardlightProcess.Result sync =
                    WardlightProcess.run("sync", "--study", study, "--from", link.url(), "--store", cache.toString());
            assertThat(sync.exitCode()).as(sync.out() + sync.err()).isZero();
            assertThat(link.resets() > 0).isEqualTo(!conditions.resetEvery().isZero());
            return link.downBytes();
        }
    }

    private void readWithTheSiteGone(Path cache) throws Exception {
        JsonNode series = site.descriptor(study).get("series").get(0);
        int stored = site.storedValue(study, series, 0, 256, 256);
        siteServer.killNow();
        try (WardlightProcess laptop = WardlightProcess.serve(
                        folder, "serve", "--upstream", siteServer.url(), "--store", cache.toString());
                Browser browser = Browser.open(Browser.Screen.DESKTOP)) {
            ViewerPage viewer = new ViewerPage(browser);
            browser.go(laptop.url() + "/study/" + study);
            viewer.awaitPicture(Duration.ofSeconds(20));
            viewer.press(org.openqa.selenium.Keys.HOME);
            viewer.awaitFrame(0);
            viewer.actualSize();
            viewer.awaitExact();
            int expected = Site.linear(stored - 1024.0, 40, 400);
            assertThat(viewer.pixel(256, 256, 512, 512)).containsExactly(expected, expected, expected);
            browser.screenshot("laptop-site-gone");
        }
        assertThat(Files.size(cache)).isPositive();
    }
}
