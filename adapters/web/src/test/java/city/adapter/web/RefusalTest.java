package city.adapter.web;

import static city.adapter.web.WritingTest.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// What the server does with what it cannot use: a problem that names what is wrong, and nothing of its inside.
class RefusalTest {
    private static final String TRANSACTIONS = "/api/v1/economy/transactions";

    private static Site site;

    @BeforeAll
    static void open() {
        site = new Site();
    }

    @AfterAll
    static void close() {
        site.close();
    }

    @AfterEach
    void stillAnswers() throws Exception {
        assertThat(site.get("/health").statusCode()).isEqualTo(200);
    }

    @Test
    void brokenJsonIsToldByItsPlace() throws Exception {
        var broken = site.post(TRANSACTIONS, "{\"sender_id\": ");
        var list = site.post(TRANSACTIONS, "[]");
        var nothing = site.post(TRANSACTIONS, "");
        var deep = site.post(TRANSACTIONS, "[".repeat(100_000));
        var rest = site.post(TRANSACTIONS, "{} {}");

        assertProblem(broken, 400, "/problems/malformed-request");
        assertProblem(list, 400, "/problems/malformed-request");
        assertProblem(nothing, 400, "/problems/malformed-request");
        assertProblem(deep, 400, "/problems/malformed-request");
        assertThat(rest.statusCode()).isIn(400, 422);
        assertThat(broken.body()).doesNotContain("Exception").doesNotContain("jackson");
    }

    @Test
    void everyWrongFieldIsNamedAtOnce() throws Exception {
        var refused = site.post(
                TRANSACTIONS,
                "{\"sender_id\":\"1-1-1-1-1\",\"receiver_id\":7,\"amount\":12.5,\"memo\":\"\\u0000\",\"colour\":\"red\"}");

        assertProblem(refused, 422, "/problems/invalid-body");
        var fields = new StringBuilder();
        Site.json(refused)
                .get("errors")
                .values()
                .forEach(it -> fields.append(it.get("field").text()).append(" "));
        assertThat(fields).hasToString("sender_id receiver_id amount memo colour ");
    }

    @Test
    void amountsThatNoMoneyHasAreRefused() throws Exception {
        for (var amount : new String[] {"0", "-1", "1.234", "1e3", "NaN", "", " 1", "99999999999999999999", "١٢"}) {
            var refused = site.post(
                    TRANSACTIONS,
                    "{\"sender_id\":\"%s\",\"receiver_id\":\"%s\",\"amount\":\"%s\"}"
                            .formatted(TestCity.ADA, TestCity.BEN, amount));
            assertProblem(refused, 422, "/problems/invalid-body");
            assertThat(Site.json(refused).get("field").text()).as(amount).isEqualTo("amount");
        }
    }

    @Test
    void numbersFarOutAreRefusedAndNotComputed() throws Exception {
        for (var ticks : new String[] {"1e400", "1e999999999", "0", "1.5", "10001", "\"1\"", "true"}) {
            var refused = site.post("/api/v1/world/clock/step", "{\"ticks\":%s}".formatted(ticks));
            assertThat(refused.statusCode()).as(ticks + refused.body()).isIn(400, 422);
        }
    }

    @Test
    void parametersThatCannotBeReadAreNamed() throws Exception {
        assertParameter("/api/v1/agents/7", "id");
        assertParameter("/api/v1/agents/1-1-1-1-1", "id");
        assertParameter("/api/v1/economy/balances/x", "agent_id");
        assertParameter("/api/v1/agents?limit=0", "limit");
        assertParameter("/api/v1/agents?limit=1001", "limit");
        assertParameter("/api/v1/agents?limit=many", "limit");
        assertParameter("/api/v1/agents?limit=99999999999", "limit");
        assertParameter("/api/v1/agents?cursor=-1", "cursor");
        assertParameter("/api/v1/agents?cursor=next", "cursor");
        assertParameter("/api/v1/agents?status=happy", "status");
        assertParameter("/api/v1/agents?district=north", "district");
        assertParameter("/api/v1/events?after=-1", "after");
        assertParameter("/api/v1/events?after=soon", "after");
        assertParameter("/api/v1/events?subject=me", "subject");
        assertParameter("/api/v1/events/stream?after=999999", "after");
        assertParameter("/api/v1/jobs?openings=perhaps", "openings");
    }

    @Test
    void whatIsNotThereIsNotFoundAndSaysSo() throws Exception {
        var nobody = new UUID(8, 8);
        for (var path : new String[] {
            "/nowhere",
            "/api/v1/nowhere",
            "/api/v2/world",
            "/swagger-ui/../pom.xml",
            "/swagger-ui/secret.txt",
            "/api/v1/agents/" + nobody,
            "/api/v1/agents/" + nobody + "/plan",
            "/api/v1/agents/" + nobody + "/observation",
            "/api/v1/agents/" + nobody + "/actions",
            "/api/v1/world/districts/" + nobody,
            "/api/v1/world/locations/" + nobody,
            "/api/v1/economy/accounts/" + nobody,
            "/api/v1/economy/balances/" + nobody,
            "/api/v1/economy/transactions/" + nobody,
            "/api/v1/firms/" + nobody,
            "/problems/nothing"
        }) {
            assertProblem(site.get(path), 404, "/problems/not-found");
        }
    }

    @Test
    void aBrowserGetsTheSameProblemAsAProgram() throws Exception {
        var answer = site.get("/nowhere", "Accept", "text/html,*/*;q=0.8");

        assertProblem(answer, 404, "/problems/not-found");
    }

    @Test
    void wrongMethodsAndWrongMediaTypesAreTold() throws Exception {
        assertProblem(site.send("DELETE", "/api/v1/world", ""), 405, "/problems/method-not-allowed");
        assertProblem(
                site.post(TRANSACTIONS, "amount=1", "Content-Type", "application/x-www-form-urlencoded"),
                415,
                "/problems/unsupported-media-type");
        assertProblem(
                site.post(TRANSACTIONS, "{}", "Content-Type", "text/plain"), 415, "/problems/unsupported-media-type");
    }

    @Test
    void aBodyThatIsTooLargeIsNotRead() throws Exception {
        var large = "{\"memo\":\"" + "x".repeat(1_200_000) + "\"}";

        assertProblem(site.post(TRANSACTIONS, large), 413, "/problems/too-large");
    }

    @Test
    void noiseOnTheWireGetsNoStackTrace() throws Exception {
        for (var noise : new String[] {
            "GET / HTTP/9.9\r\n\r\n",
            "\u0000\u0001\u0002\r\n\r\n",
            "GET /%zz HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n",
            "GET /api/v1/agents?name=%ff%fe HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n",
            "GET /" + "a".repeat(9000) + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n",
            "POST " + TRANSACTIONS + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                    + "Content-Length: -5\r\nConnection: close\r\n\r\n"
        }) {
            assertThat(raw(noise))
                    .doesNotContain("Exception")
                    .doesNotContain("\tat ")
                    .doesNotContain("io.micronaut");
        }
    }

    private static void assertParameter(String path, String name) throws Exception {
        var refused = site.get(path);

        assertProblem(refused, 400, "/problems/invalid-parameter");
        assertThat(Site.json(refused).get("field").text()).as(path).isEqualTo(name);
        assertThat(refused.body()).as(path).doesNotContain("java").doesNotContain("Exception");
    }

    private static String raw(String text) throws IOException {
        try (var socket = new Socket("127.0.0.1", site.server.port())) {
            socket.setSoTimeout(3000);
            socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
            socket.shutdownOutput();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
        } catch (SocketTimeoutException | SocketException e) {
            return "";
        }
    }
}
