package city.app.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;

/// The page at `/` on a city of ten thousand, drawn by the processor alone.
@Tag("alone")
class LargePageIT {
    private static final double PROMISED_FRAMES_PER_SECOND = 30;

    /// A second each: a city that has just begun takes most of the processor for its own code.
    private static final int MOST_LOOKS = 60;

    @TempDir
    private Path folder;

    @Test
    void tenThousandAreDrawnFluentlyAndALostCityIsSaidToBe(TestReporter reporter) throws Exception {
        assumeTrue(Browser.isInstalled(), "chromium is not installed");
        try (var city = LiveCity.start(
                        folder.resolve("city"),
                        Map.of(),
                        "--scenario",
                        "town",
                        "--residents",
                        "10000",
                        "--speed",
                        "1");
                var browser = Browser.start(folder.resolve("profile"), 1280, 800)) {
            browser.open(city.url("/"));
            browser.await("document.querySelector('#lines li')");
            browser.await("(await import('/page/main.js')).map.crowd.frame?.people === 10000");

            var frames = new ArrayList<Double>();
            do {
                Thread.sleep(1000);
                frames.add(
                        Double.valueOf(String.valueOf(browser.evaluate("document.getElementById('map').dataset.fps"))));
            } while (frames.getLast() < PROMISED_FRAMES_PER_SECOND && frames.size() < MOST_LOOKS);
            reporter.publishEntry("frames a second at 10,000 residents", frames.toString());

            assertThat(frames.getLast())
                    .as("frames a second: %s", frames)
                    .isGreaterThanOrEqualTo(PROMISED_FRAMES_PER_SECOND);
            assertThat(browser.complaints()).isEmpty();

            city.close();

            browser.await("!document.getElementById('lost').hidden");
        }
    }
}
