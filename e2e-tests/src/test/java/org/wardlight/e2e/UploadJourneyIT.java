// SPDX-License-Identifier: Apache-2.0
package org.wardlight.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.wardlight.rendering.phantom.Fixtures;

/** An editor adds studies from files: over a slow link, across a reload, as an archive and as loose files. */
class UploadJourneyIT {
    private static final Fixtures CT = Fixtures.ct().rows(256).columns(256).slices(24);
    private static final BadLink.Conditions SLOW =
            new BadLink.Conditions(4_000_000, Duration.ofMillis(20), Duration.ZERO);

    @Test
    void an_archive_is_sent_across_a_reload_and_its_study_opens(@TempDir Path folder) throws Exception {
        Path archive = archive(folder.resolve("ct-thorax.zip"));
        try (WardlightProcess server = WardlightProcess.serve(
                        folder, "serve", "--store", folder.resolve("store").toString());
                BadLink link = BadLink.to(server.port(), SLOW);
                Browser browser = Browser.open(Browser.Screen.DESKTOP)) {
            browser.go(link.url() + "/add");
            choose(browser, archive.toString());
            browser.await("nothing arrived", d -> received(browser) > 0);
            browser.screenshot("upload-sending");
            // A page that nobody touched may not ask whether to leave.
            browser.driver().findElement(By.tagName("h1")).click();
            browser.driver().navigate().refresh();
            browser.await("not said how to go on", d -> words(browser).contains("Choose the same files again"));
            long before = received(browser);
            assertThat(before).isPositive();
            choose(browser, archive.toString());
            WebElement open = browser.find("open-study");
            assertThat(words(browser)).contains("24 images and documents added; 1 not taken");
            assertThat(browser.findAll("upload")).as("the same upload went on").hasSize(1);
            assertThat(link.upBytes())
                    .as("nothing was sent twice but what was on its way")
                    .isLessThan(Files.size(archive) + (2 << 20));
            browser.screenshot("upload-done");
            open.click();
            new ViewerPage(browser).awaitPicture(Duration.ofSeconds(30));
            assertThat(browser.consoleProblems()).isEmpty();
        }
    }

    @Test
    void loose_files_go_together_and_a_phone_shows_what_was_not_taken(@TempDir Path folder) throws Exception {
        Path loose = Files.createDirectories(folder.resolve("files"));
        Fixtures small = Fixtures.ct().rows(64).columns(64).slices(2);
        Files.write(loose.resolve("slice 1"), small.bytes(0));
        Files.write(loose.resolve("slice2.dcm"), small.bytes(1));
        Files.writeString(loose.resolve("notes.txt"), "not an object");
        try (WardlightProcess server = WardlightProcess.serve(
                        folder, "serve", "--store", folder.resolve("store").toString());
                Browser browser = Browser.open(Browser.Screen.PHONE)) {
            browser.go(server.url() + "/add");
            try (var files = Files.list(loose)) {
                choose(browser, files.map(Path::toString).collect(Collectors.joining("\n")));
            }
            browser.await("not done", d -> words(browser).contains("2 images and documents added; 1 not taken"));
            browser.driver()
                    .findElement(By.cssSelector("[data-testid='upload'] summary"))
                    .click();
            assertThat(browser.find("upload").getText()).contains("3 files/notes.txt", "Open the study");
            browser.screenshot("upload-phone");
            browser.find("discard").click();
            browser.await("still listed", d -> browser.findAll("upload").isEmpty());
            assertThat(browser.consoleProblems()).isEmpty();
        }
    }

    private static void choose(Browser browser, String files) {
        browser.find("files").sendKeys(files);
    }

    private static String words(Browser browser) {
        return browser.findAll("upload").stream().map(WebElement::getText).collect(Collectors.joining("\n"));
    }

    private static long received(Browser browser) {
        return browser.findAll("upload").stream()
                .mapToLong(upload -> Long.parseLong(upload.getAttribute("data-received")))
                .max()
                .orElse(0);
    }

    private static Path archive(Path file) throws IOException {
        try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.setLevel(0);
            for (int i : IntStream.range(0, 24).toArray()) {
                zip.putNextEntry(new ZipEntry("CT/im" + i));
                zip.write(CT.bytes(i));
            }
            zip.putNextEntry(new ZipEntry("readme.txt"));
            zip.write(new byte[] {'x'});
        }
        return file;
    }
}
