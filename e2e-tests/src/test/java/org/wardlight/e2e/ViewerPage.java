// SPDX-License-Identifier: Apache-2.0
package org.wardlight.e2e;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** The viewer as its user meets it: what is on the canvas, and what can be pressed. */
final class ViewerPage {
    private final Browser browser;

    ViewerPage(Browser browser) {
        this.browser = browser;
    }

    WebElement canvas() {
        return browser.find("canvas");
    }

    String state() {
        return attribute("data-state");
    }

    int frame() {
        return Integer.parseInt(attribute("data-frame"));
    }

    /** An attribute of the canvas; empty when it has none. */
    private String attribute(String name) {
        return Objects.requireNonNullElse(canvas().getAttribute(name), "");
    }

    /** Waits until something of the frame is drawn: strip, preview or exact. */
    void awaitPicture(Duration atMost) {
        browser.await("no picture", atMost, d -> {
            String state = state();
            return !state.isEmpty() && !state.equals("none");
        });
    }

    void awaitExact() {
        browser.await("not exact", d -> "exact".equals(state()));
    }

    void awaitFrame(int index) {
        browser.await("not at frame " + index, d -> frame() == index);
    }

    void press(CharSequence... keys) {
        new org.openqa.selenium.interactions.Actions(browser.driver())
                .sendKeys(keys)
                .perform();
    }

    void end() {
        press(Keys.END);
    }

    void click(String testId) {
        browser.find(testId).click();
    }

    /** Pixel for pixel: on a phone that is in the menu of more. */
    void actualSize() {
        if (browser.driver()
                .findElements(org.openqa.selenium.By.cssSelector("[data-testid='actual-size']"))
                .isEmpty()) {
            click("more");
        }
        click("actual-size");
    }

    String text(String testId) {
        return browser.find(testId).getText();
    }

    /** Where the image lies on the canvas, in CSS pixels: x, y, width, height. */
    double[] imageRect() {
        String[] parts = attribute("data-image-rect").split(",");
        return new double[] {
            Double.parseDouble(parts[0]),
            Double.parseDouble(parts[1]),
            Double.parseDouble(parts[2]),
            Double.parseDouble(parts[3])
        };
    }

    /** Red, green and blue of the canvas pixel that shows the middle of an image pixel. */
    int[] pixel(int imageX, int imageY, int columns, int rows) {
        double[] rect = imageRect();
        double x = rect[0] + (imageX + 0.5) * rect[2] / columns;
        double y = rect[1] + (imageY + 0.5) * rect[3] / rows;
        @SuppressWarnings("unchecked")
        List<Number> rgba = (List<Number>) Objects.requireNonNull(browser.driver()
                .executeScript(
                        "const c = document.querySelector(\"[data-testid='canvas']\");"
                                + "const k = c.width / c.clientWidth;"
                                // A copy of one pixel: reading the viewer's own canvas back would slow it down.
                                + "const one = new OffscreenCanvas(1, 1).getContext('2d', {willReadFrequently: true});"
                                + "one.drawImage(c, -Math.floor(arguments[0] * k), -Math.floor(arguments[1] * k));"
                                + "return Array.from(one.getImageData(0, 0, 1, 1).data);",
                        x,
                        y));
        return new int[] {
            rgba.get(0).intValue(), rgba.get(1).intValue(), rgba.get(2).intValue()
        };
    }

    /** Drags one finger over the canvas, by offsets from its middle in CSS pixels. */
    void touchDrag(int fromX, int fromY, int toX, int toY) {
        WebElement canvas = canvas();
        double left = canvas.getRect().getX() + canvas.getRect().getWidth() / 2.0;
        double top = canvas.getRect().getY() + canvas.getRect().getHeight() / 2.0;
        touch("touchStart", left + fromX, top + fromY);
        for (int i = 1; i <= 10; i++) {
            touch("touchMove", left + fromX + (toX - fromX) * i / 10.0, top + fromY + (toY - fromY) * i / 10.0);
        }
        browser.driver()
                .executeCdpCommand("Input.dispatchTouchEvent", Map.of("type", "touchEnd", "touchPoints", List.of()));
    }

    private void touch(String type, double x, double y) {
        browser.driver()
                .executeCdpCommand(
                        "Input.dispatchTouchEvent",
                        Map.of("type", type, "touchPoints", List.of(Map.of("x", x, "y", y))));
    }

    void wheel(int deltaY) {
        new org.openqa.selenium.interactions.Actions(browser.driver())
                .scrollFromOrigin(
                        org.openqa.selenium.interactions.WheelInput.ScrollOrigin.fromElement(canvas()), 0, deltaY)
                .perform();
    }

    void mouseDrag(int fromX, int fromY, int byX, int byY) {
        new org.openqa.selenium.interactions.Actions(browser.driver())
                .moveToElement(canvas(), fromX, fromY)
                .clickAndHold()
                .moveByOffset(byX, byY)
                .release()
                .perform();
    }

    boolean isOpen() {
        return !browser.driver()
                .findElements(By.cssSelector("[data-testid='viewer']"))
                .isEmpty();
    }
}
