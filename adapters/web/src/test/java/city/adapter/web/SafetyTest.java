package city.adapter.web;

import static city.adapter.web.WritingTest.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.adapter.web.description.AsyncApi;
import city.agents.spi.OutsideLimits;
import city.agents.spi.Speakers;
import city.world.kernel.access.Vitals;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class SafetyTest {
    private static Site site;

    @BeforeAll
    static void open() {
        site = new Site();
    }

    @AfterAll
    static void close() {
        site.close();
    }

    @Test
    void everyAnswerForbidsWhatABrowserMightDoWithIt() throws Exception {
        for (var path : new String[] {"/", "/swagger-ui", "/api/v1/world", "/nowhere", "/openapi.json", "/health"}) {
            var headers = site.get(path).headers();
            assertThat(headers.firstValue("Content-Security-Policy").orElse(""))
                    .as(path)
                    .contains("default-src 'self'")
                    .contains("frame-ancestors 'none'")
                    .doesNotContain("unsafe");
            assertThat(headers.firstValue("X-Content-Type-Options")).as(path).hasValue("nosniff");
            assertThat(headers.firstValue("Referrer-Policy")).as(path).isPresent();
            assertThat(headers.firstValue("City-Sequence")).as(path).isPresent();
            assertThat(headers.firstValue("Access-Control-Allow-Origin"))
                    .as(path)
                    .isEmpty();
        }
    }

    @Test
    void thePagesHoldNoScriptOfTheirOwnAndAskNothingOfOthers() throws Exception {
        var link = Pattern.compile("(?:src|href)=\"([^\"]*)\"");

        for (var path : new String[] {"/", "/swagger-ui", "/swagger-ui/"}) {
            var page = site.get(path);
            assertThat(page.statusCode()).as(path).isEqualTo(200);
            assertThat(page.headers().firstValue("Content-Type").orElse("")).startsWith("text/html");
            assertThat(page.body())
                    .doesNotContainPattern("<script(?![^>]*src=)")
                    .doesNotContain("<style")
                    .doesNotContain(" style=");
            var links = link.matcher(page.body());
            while (links.find()) {
                assertThat(links.group(1)).startsWith("/");
                if (!links.group(1).endsWith("/stream")) {
                    assertThat(site.get(links.group(1)).statusCode())
                            .as(links.group(1))
                            .isEqualTo(200);
                }
            }
        }
        assertThat(site.get("/swagger-ui/initializer.js")
                        .headers()
                        .firstValue("Content-Type")
                        .orElse(""))
                .startsWith("text/javascript");
    }

    @Test
    void onlyThisMachinesNamesAreAnswered() throws Exception {
        assertThat(statusFor("localhost:" + site.server.port())).isEqualTo(200);
        assertThat(statusFor("127.0.0.1")).isEqualTo(200);
        assertThat(statusFor("[::1]:80")).isEqualTo(200);
        assertThat(statusFor("evil.example")).isEqualTo(421);
        assertThat(statusFor("localhost.evil.example")).isEqualTo(421);
        assertThat(statusFor("127.0.0.1.evil.example")).isEqualTo(421);
        assertThat(statusFor("")).isEqualTo(421);
    }

    @Test
    void pagesOfOtherSitesMayNotChangeTheCity() throws Exception {
        var own = "http://127.0.0.1:" + site.server.port();

        assertProblem(
                site.post("/api/v1/world/clock/pause", "", "Origin", "http://evil.example"),
                403,
                "/problems/cross-site");
        assertProblem(
                site.post("/api/v1/world/clock/pause", "", "Sec-Fetch-Site", "cross-site"),
                403,
                "/problems/cross-site");
        assertThat(site.post("/api/v1/world/clock/resume", "", "Origin", own, "Sec-Fetch-Site", "same-origin")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void withoutLoginItServesThisMachineOnly() {
        for (var host : new String[] {"0.0.0.0", "::", "192.168.1.1", "", "nowhere.invalid"}) {
            assertThatThrownBy(() -> new WebSettings(host, 0, "1"))
                    .isInstanceOf(WebStartFailed.class)
                    .hasMessageContaining("this machine")
                    .hasMessageNotContaining("\n");
        }
        assertThat(new WebSettings("::1", 0, "1").host()).isEqualTo("::1");
    }

    @Test
    void aTakenPortIsToldInOneLine() {
        var city = new TestCity();
        var lives = new TestLives();
        var town = new QuietTown();
        var ports = new WebPorts(
                site.kernel,
                site.past,
                city,
                lives,
                city,
                town,
                city,
                lives,
                new TestParties(),
                city,
                town,
                site.thoughts,
                (_, _, _, _) -> {},
                OutsideLimits.NONE,
                () -> site.minds,
                Optional.empty(),
                Speakers.ALL,
                new AsyncApi(""));
        var meters = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        var taken = WebSettings.local(site.server.port(), "1");

        assertThatThrownBy(() -> WebServer.prepare(taken, meters).open(ports))
                .isInstanceOf(WebStartFailed.class)
                .hasMessageContaining("port " + site.server.port())
                .hasMessageNotContaining("\n");
    }

    @Test
    void readinessSaysWhyTheCityDoesNotGoOn() throws Exception {
        site.kernel.vitals = new Vitals(Vitals.State.HALTED, Optional.of("money: the sum is not zero"));
        try {
            var down = site.get("/health/readiness");
            var alive = site.get("/health/liveness");

            assertThat(down.statusCode()).isEqualTo(503);
            assertThat(Site.json(down).get("status").text()).isEqualTo("DOWN");
            assertThat(Site.json(down).get("reason").text()).isEqualTo("money: the sum is not zero");
            assertThat(alive.statusCode()).isEqualTo(200);
            assertThat(site.get("/health").statusCode()).isEqualTo(503);
            assertThat(site.post("/api/v1/world/clock/resume", "").statusCode()).isEqualTo(503);
        } finally {
            site.kernel.vitals = new Vitals(Vitals.State.RUNNING, Optional.empty());
        }
        assertThat(Site.json(site.get("/health")).get("status").text()).isEqualTo("UP");
    }

    private static int statusFor(String host) throws IOException {
        try (var socket = new Socket("127.0.0.1", site.server.port())) {
            socket.setSoTimeout(5000);
            var request = "GET /health HTTP/1.1\r\nHost: %s\r\nConnection: close\r\n\r\n".formatted(host);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            var answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return Integer.parseInt(answer.substring(9, 12));
        }
    }
}
