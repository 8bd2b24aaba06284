// SPDX-License-Identifier: Apache-2.0
package org.wardlight.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.WebElement;

/** A site that asks who it is: somebody signs in by typing, reads a CT, signs out, and leaves nothing on the screen. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SignInJourneyIT {
    private static final String PASSWORD = "three random words";
    private static final Browser.Screen SMALL_TABLET = new Browser.Screen(1024, 768, 1, false);

    private WardlightProcess server;
    private String store;
    private String study;
    private String patient;

    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        store = folder.resolve("store").toString();
        try (WardlightProcess demo =
                WardlightProcess.serve(folder, "demo", "--folder", Demo.folder().toString())) {
            JsonNode ct = new Site(demo).study("CT", 300);
            study = ct.get("study").asText();
            patient = ct.get("patient").get("name").asText();
            done("sync", "--study", study, "--from", demo.url(), "--store", store);
        }
        Path typed = Files.writeString(folder.resolve("typed"), PASSWORD + "\n");
        done(
                "user",
                "add",
                "amy",
                "--role",
                "admin",
                "--display-name",
                "Dr Amy Pond",
                "--password-file",
                typed.toString(),
                "--store",
                store);
        server = WardlightProcess.serve(folder, "serve", "--store", store);
    }

    @AfterAll
    void stop() {
        server.close();
    }

    private static WardlightProcess.Result done(String... arguments) throws Exception {
        WardlightProcess.Result result = WardlightProcess.run(arguments);
        assertThat(result.exitCode()).as(result.out() + result.err()).isZero();
        return result;
    }

    @Test
    void signing_in_leads_to_what_was_asked_for_and_signing_out_leaves_nothing() throws Exception {
        try (Browser browser = Browser.open(SMALL_TABLET)) {
            browser.go(server.url() + "/study/" + study);
            type(browser, "user-name", "amy");
            type(browser, "password", "not the password");
            browser.find("sign-in-button").click();
            browser.await("no words", d -> !browser.find("failure").getText().isEmpty());
            assertThat(browser.find("failure").getText()).contains("the password is wrong");
            browser.screenshot("sign-in-wrong");

            type(browser, "password", PASSWORD);
            browser.find("sign-in-button").click();
            ViewerPage viewer = new ViewerPage(browser);
            viewer.awaitPicture(Duration.ofSeconds(20));
            viewer.awaitExact();
            browser.screenshot("signed-in-ct");
            assertThat(browser.driver().getCurrentUrl()).endsWith("/study/" + study);

            browser.go(server.url() + "/");
            browser.find("study-row");
            browser.find("person").click();
            assertThat(browser.find("person-menu").getText()).contains("Dr Amy Pond", "Administrator", "People");
            browser.find("sign-out").click();
            assertNothingIsShown(browser);
            browser.driver().navigate().back();
            assertNothingIsShown(browser);
            browser.driver().navigate().refresh();
            assertNothingIsShown(browser);
            browser.screenshot("signed-out");
            assertThat(browser.consoleProblems()).allMatch(problem -> problem.contains("401"));
        }
    }

    private void assertNothingIsShown(Browser browser) {
        browser.find("sign-in");
        assertThat(browser.findAll("study-row")).isEmpty();
        assertThat(browser.findAll("canvas")).isEmpty();
        assertThat(Objects.requireNonNull(browser.driver().getPageSource())).doesNotContain(patient.split(",")[0]);
    }

    @Test
    void an_invitation_makes_an_account_on_a_phone_and_its_secret_leaves_the_address_bar() throws Exception {
        String link = done("user", "invite", "--role", "viewer", "--at", server.url(), "--store", store)
                .out()
                .strip();
        try (Browser browser = Browser.open(Browser.Screen.PHONE)) {
            browser.go(link);
            type(browser, "user-name", "bob");
            type(browser, "new-password", "short");
            assertThat(browser.driver().getCurrentUrl()).isEqualTo(server.url() + "/welcome");
            assertThat(browser.find("welcome").getText()).contains("Viewer", "7 more characters");
            browser.screenshot("welcome-phone");
            type(browser, "new-password", PASSWORD);
            type(browser, "password-again", PASSWORD);
            browser.find("save").click();
            browser.find("study-row");
            browser.find("person").click();
            assertThat(browser.find("person-menu").getText())
                    .contains("bob", "Viewer", "Sign out")
                    .doesNotContain("People");
            browser.screenshot("person-menu-phone");
            browser.go(server.url() + "/admin/people");
            assertThat(browser.find("admin").getText()).contains("Only an administrator");
            assertThat(browser.consoleProblems()).isEmpty();

            browser.go(link);
            browser.await("no words", d -> !browser.findAll("failure").isEmpty());
            assertThat(browser.find("failure").getText()).contains("has been used");
        }
    }

    /** As a person does: what stood there before goes first. */
    private static void type(Browser browser, String testId, String text) {
        WebElement field = browser.find(testId);
        field.clear();
        field.sendKeys(text);
    }
}
