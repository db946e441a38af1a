package city.app.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The page at `/`, in a real browser, on the village.
class LivingPageIT {
    /// What the page holds in itself.
    private static final String PAGE = "(await import('/page/main.js'))";

    @TempDir
    private static Path folder;

    private static LiveCity city;

    @TempDir
    private Path profiles;

    private Browser browser;

    @BeforeAll
    static void found() throws Exception {
        assumeTrue(Browser.isInstalled(), "chromium is not installed");
        city = LiveCity.start(folder.resolve("city"), Map.of(), "--speed", "10");
    }

    @AfterAll
    static void end() throws Exception {
        if (city != null) {
            city.close();
        }
    }

    @BeforeEach
    void open() throws Exception {
        browser = Browser.start(profiles.resolve("profile"), 1280, 800);
        browser.open(city.url("/"));
        browser.await("document.querySelector('#lines li')");
    }

    @AfterEach
    void close() throws Exception {
        city.post("/api/v1/world/clock/resume", "");
        browser.close();
    }

    @Test
    void itLivesWithoutAComplaintAndAsksNobodyElse() throws Exception {
        var hour = browser.evaluate("document.getElementById('hour').textContent");
        browser.await("document.getElementById('hour').textContent !== '" + hour + "'");
        browser.await("document.getElementById('map').dataset.fps > 0");

        int port = city.httpPort();
        assertThat(browser.evaluate("%s.map.crowd.frame.people".formatted(PAGE)))
                .isEqualTo(25);
        assertThat(browser.complaints()).isEmpty();
        assertThat(browser.requests())
                .contains("ws://127.0.0.1:%d/ws".formatted(port))
                .allMatch(it -> it.matches("(http|ws)://127\\.0\\.0\\.1:%d/.*".formatted(port)));
    }

    @Test
    void aClickOnAResidentShowsItsCard() throws Exception {
        stopTheClock();
        var point = Json.object(browser.evaluate("""
                (async () => {
                  const {map} = %s;
                  const {slots, xs, ys} = map.crowd.frame.standing;
                  return {slot: slots[0], x: map.camera.screenX(xs[0]), y: map.camera.screenY(ys[0])};
                })()""".formatted(PAGE)));

        browser.click(coordinate(point, "x"), coordinate(point, "y"));

        browser.await("document.querySelector('#card [role=meter]')");
        var name = String.valueOf(browser.evaluate("document.querySelector('#card h2').textContent"));
        var found = Json.items(city.read("/api/v1/agents?name=" + name.replace(" ", "%20")));
        assertThat(found).hasSize(1);
        assertThat(String.valueOf(browser.evaluate("document.getElementById('card').textContent")))
                .contains(String.valueOf(found.getFirst().get("persona")))
                .contains(String.valueOf(found.getFirst().get("balance")));
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void aClickOnAPlaceShowsWhatIsThere() throws Exception {
        stopTheClock();
        var point = Json.object(browser.evaluate("""
                (async () => {
                  const {map} = %s;
                  const place = map.plan.locations.find(it => it.kind === 'shop');
                  map.camera.goTo(place.x, place.y, 6, true);
                  await new Promise(done => setTimeout(done, 500));
                  const [x, y] = [map.camera.screenX(place.x) - 90, map.camera.screenY(place.y)];
                  return {x, y, name: place.name};
                })()""".formatted(PAGE)));

        browser.click(coordinate(point, "x"), coordinate(point, "y"));

        browser.await("document.querySelector('#card table')");
        assertThat(browser.evaluate("document.querySelector('#card h2').textContent"))
                .isEqualTo(point.get("name"));
    }

    @Test
    void whatHappensIsToldInSentencesAboutPeopleByName() throws Exception {
        var name = String.valueOf(
                Json.items(city.read("/api/v1/agents?limit=25")).getFirst().get("name"));

        browser.await("""
                [...document.querySelectorAll('#lines p')].some(it =>
                  / (buys|sets out|eats|is at work|rests|goes to sleep)/.test(it.textContent) && it.textContent.startsWith('%s'))""".formatted(name.replace("'", "\\'")));
    }

    @Test
    void theClockStopsAndGoesOn() throws Exception {
        stopTheClock();
        browser.evaluate("document.getElementById('step').click()");
        browser.evaluate("document.getElementById('run').click()");

        browser.await("document.getElementById('run').textContent === 'Pause'");
        assertThat(city.read("/api/v1/world").get("running")).isEqualTo(true);
    }

    @Test
    void somebodyIsFoundByName() throws Exception {
        browser.evaluate("""
                (() => {
                  const query = document.getElementById('query');
                  query.value = 'oakley';
                  query.dispatchEvent(new Event('input', {bubbles: true}));
                })()""");
        browser.await("document.querySelector('#found [role=option]')");
        browser.evaluate("document.querySelector('#found [role=option]').click()");

        browser.await("/oakley/i.test(document.querySelector('#card h2')?.textContent)");
    }

    @Test
    void nothingIsWiderThanTheScreen() throws Exception {
        for (int width : new int[] {1280, 390}) {
            browser.size(width, 844);
            browser.await("innerWidth === " + width);
            browser.await("document.documentElement.scrollWidth === " + width);
            browser.evaluate("document.querySelector('#lines .link').click()");
            browser.await("document.querySelector('#card h2')");
            browser.await("document.documentElement.scrollWidth === " + width);
        }
    }

    private void stopTheClock() throws Exception {
        city.post("/api/v1/world/clock/pause", "");
        browser.await("document.getElementById('run').textContent === 'Resume'");
        browser.await("%s.map.crowd.frame?.standing.count > 0".formatted(PAGE));
        Thread.sleep(500);
    }

    private static double coordinate(Map<String, Object> point, String name) {
        return ((Number) point.get(name)).doubleValue();
    }
}
