// SPDX-License-Identifier: Apache-2.0
package org.wardlight.e2e;

import java.io.Closeable;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.stream.Stream;
import org.openqa.selenium.By;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;
import org.openqa.selenium.support.ui.ExpectedCondition;
import org.openqa.selenium.support.ui.WebDriverWait;

/** A real headless Chromium with a new profile. */
final class Browser implements Closeable {
    /** A screen: its size in CSS pixels and whether it is touched. */
    record Screen(int width, int height, double pixelRatio, boolean touch) {
        static final Screen DESKTOP = new Screen(1180, 820, 1, false);
        static final Screen TABLET = new Screen(820, 1180, 1, true);
        static final Screen PHONE = new Screen(390, 844, 1, true);
    }

    /** For pages that draw by WebGL. */
    static final String[] SOFTWARE_3D = {"--use-gl=angle", "--use-angle=swiftshader", "--enable-unsafe-swiftshader"};

    private final ChromeDriver driver;
    private final Path profile;

    private Browser(ChromeDriver driver, Path profile) {
        this.driver = driver;
        this.profile = profile;
    }

    static Browser open(Screen screen, String... more) throws IOException {
        Path profile = Files.createTempDirectory("wardlight-browser");
        ChromeOptions options = new ChromeOptions();
        options.setBinary(System.getProperty("wardlight.chromium", "/usr/bin/chromium"));
        options.addArguments(
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--disable-dev-shm-usage",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--disable-extensions",
                "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost",
                "--user-data-dir=" + profile,
                "--window-size=" + screen.width() + "," + screen.height());
        options.addArguments(more);
        LoggingPreferences logs = new LoggingPreferences();
        logs.enable(LogType.BROWSER, Level.ALL);
        options.setCapability("goog:loggingPrefs", logs);
        ChromeDriverService service = new ChromeDriverService.Builder()
                .usingDriverExecutable(new File(System.getProperty("wardlight.chromedriver", "/usr/bin/chromedriver")))
                .build();
        ChromeDriver driver = new ChromeDriver(service, options);
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of(
                        "width", screen.width(),
                        "height", screen.height(),
                        "deviceScaleFactor", screen.pixelRatio(),
                        "mobile", screen.touch()));
        if (screen.touch()) {
            driver.executeCdpCommand(
                    "Emulation.setTouchEmulationEnabled", Map.of("enabled", true, "maxTouchPoints", 5));
        }
        return new Browser(driver, profile);
    }

    ChromeDriver driver() {
        return driver;
    }

    void go(String url) {
        driver.get(url);
    }

    /** The element of that test id, waiting for it to be there. */
    WebElement find(String testId) {
        return await(
                "no element " + testId,
                d -> d.findElements(byTestId(testId)).stream().findFirst().orElse(null));
    }

    List<WebElement> findAll(String testId) {
        return driver.findElements(byTestId(testId));
    }

    static By byTestId(String testId) {
        return By.cssSelector("[data-testid='" + testId + "']");
    }

    <T> T await(String otherwise, ExpectedCondition<T> condition) {
        return await(otherwise, Duration.ofSeconds(30), condition);
    }

    <T> T await(String otherwise, Duration atMost, ExpectedCondition<T> condition) {
        return new WebDriverWait(driver, atMost, Duration.ofMillis(50))
                .ignoring(org.openqa.selenium.StaleElementReferenceException.class)
                .withMessage(otherwise)
                .until(condition);
    }

    /** Cuts the page and its workers off the network, or lets them on again. */
    void offline(boolean offline) {
        driver.executeCdpCommand("Network.enable", Map.of());
        driver.executeCdpCommand(
                "Network.emulateNetworkConditions",
                Map.of("offline", offline, "latency", 0, "downloadThroughput", -1, "uploadThroughput", -1));
    }

    /** Errors and warnings on the console since the last call. */
    List<String> consoleProblems() {
        List<String> problems = new ArrayList<>();
        for (LogEntry entry : driver.manage().logs().get(LogType.BROWSER)) {
            if (entry.getLevel().intValue() >= Level.WARNING.intValue()) {
                problems.add(entry.getLevel() + " " + entry.getMessage());
            }
        }
        return problems;
    }

    /** Keeps a picture of the page as target/screenshots/{name}.png, for whoever reviews the change. */
    void screenshot(String name) throws IOException {
        Path folder = WardlightProcess.root().resolve("e2e-tests/target/screenshots");
        Files.createDirectories(folder);
        Files.write(folder.resolve(name + ".png"), driver.getScreenshotAs(OutputType.BYTES));
    }

    @Override
    public void close() throws IOException {
        driver.quit();
        try (Stream<Path> files = Files.walk(profile)) {
            files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
        }
    }
}
