package city.adapter.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ReadingTest {
    private static Site site;

    @BeforeAll
    static void open() {
        site = new Site();
        site.kernel.feed.happened(
                "world.weather-changed.v1", "world", TestCity.MILL, "{\"from\":\"fog\",\"to\":\"rain\"}");
        site.kernel.feed.happened("agents.acted.v1", "agents", TestCity.ADA, "{\"action\":\"work\"}");
        site.kernel.feed.happened("agents.acted.v1", "agents", TestCity.ADA, "{\"action\":\"rest\"}");
    }

    @AfterAll
    static void close() {
        site.close();
    }

    @Test
    void everyGetOfTheDescriptionCanBeTriedWithItsExamples() throws Exception {
        var document = Site.json(site.get("/openapi.json"));
        int tried = 0;

        for (var path : document.get("paths").entries()) {
            if (!path.getValue().has("get") || path.getKey().endsWith("/stream")) {
                continue;
            }
            var operation = path.getValue().get("get");
            var address = path.getKey();
            var query = new StringBuilder();
            if (operation.has("parameters")) {
                for (var parameter : operation.get("parameters").values()) {
                    var name = parameter.get("name").text();
                    if (!parameter.has("example")) {
                        continue;
                    }
                    var value = parameter.get("example").text();
                    if (parameter.get("in").text().equals("path")) {
                        address = address.replace("{" + name + "}", value);
                    } else {
                        query.append(query.isEmpty() ? "?" : "&").append(name).append("=");
                        query.append(URLEncoder.encode(value, StandardCharsets.UTF_8));
                    }
                }
            }
            var answer = site.get(address + query);
            assertThat(answer.statusCode())
                    .as(address + query + " " + answer.body())
                    .isEqualTo(200);
            assertThat(answer.headers().firstValue("City-Sequence")).as(address).isPresent();
            tried++;
        }

        assertThat(tried).isGreaterThan(25);
    }

    @Test
    void theDescriptionIsOpenApi31AndSaysOfEveryCallWhatItMayEndIn() throws Exception {
        var document = Site.json(site.get("/openapi.json"));
        var yaml = site.get("/openapi.yaml").body();

        assertThat(document.get("openapi").text()).startsWith("3.1");
        assertThat(document.get("info").get("version").text()).isEqualTo("0.1.0-test");
        assertThat(yaml).contains("openapi: 3.1").contains(TestCity.ADA.toString());
        for (var path : document.get("paths").entries()) {
            for (var operation : path.getValue().entries()) {
                var what = operation.getKey() + " " + path.getKey();
                assertThat(operation.getValue().get("summary")).as(what).isNotNull();
                assertThat(operation.getValue().get("responses").size())
                        .as(what)
                        .isPositive();
                if (path.getKey().startsWith("/api/v1") && !operation.getKey().equals("get")) {
                    assertThat(operation.getValue().get("responses").get("503"))
                            .as(what)
                            .isNotNull();
                    assertThat(operation.getValue().get("responses").get("422"))
                            .as(what)
                            .isNotNull();
                }
            }
        }
        var text = site.get("/openapi.json").body();
        assertThat(text)
                .doesNotContain("exampleSetFlag")
                .doesNotContain("\"schema\":{}")
                .doesNotContain("JsonNode");
        assertThat(document.get("components")
                        .get("schemas")
                        .get("Agent")
                        .get("properties")
                        .get("job")
                        .get("anyOf"))
                .isNotNull();
    }

    @Test
    void theWorldIsToldInSnakeCaseWithTheSequenceOfItsMoment() throws Exception {
        var answer = site.get("/api/v1/world");

        assertThat(answer.headers().firstValue("City-Sequence")).isPresent();
        assertThat(answer.body())
                .contains("\"time\":\"2030-01-01T00:00:00Z\"")
                .contains("\"time_of_day\":\"night\"")
                .contains("\"active_agents\":1")
                .contains("\"population\":2");
    }

    @Test
    void aResidentIsToldWithPlaceMoneyAndJob() throws Exception {
        var ada = Site.json(site.get("/api/v1/agents/" + TestCity.ADA));

        assertThat(ada.get("balance").text()).isEqualTo("1000.00");
        assertThat(ada.get("location_id").text()).isEqualTo(TestCity.MILL.toString());
        assertThat(ada.get("job").get("hourly_wage").text()).isEqualTo("12.00");
        assertThat(ada.get("destination_id").isNull()).isTrue();
    }

    @Test
    void whoHasTheTagGetsNoBodyAgain() throws Exception {
        var path = "/api/v1/world/locations/" + TestCity.MILL;
        var tag = site.get(path).headers().firstValue("ETag").orElseThrow();

        var again = site.get(path, "If-None-Match", tag);
        var other = site.get(path, "If-None-Match", "\"another\"");

        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
        assertThat(again.headers().firstValue("ETag")).hasValue(tag);
        assertThat(other.statusCode()).isEqualTo(200);
    }

    @Test
    void whatSaysThatItTakesATagGivesOne() throws Exception {
        for (var path : Site.json(site.get("/openapi.json")).get("paths").entries()) {
            if (!path.getValue().has("get") || !takesTag(path.getValue().get("get"))) {
                continue;
            }
            var address = path.getKey().replace("{other}", TestCity.BEN.toString());
            for (var id : List.of(TestCity.ADA, TestCity.FIRM, TestCity.MILL, TestCity.DOWNTOWN, QuietTown.PAST)) {
                var answer = site.get(address.replaceAll("\\{\\w+}", id.toString()));
                if (answer.statusCode() == 200) {
                    assertThat(answer.headers().firstValue("ETag"))
                            .as(path.getKey())
                            .isPresent();
                }
            }
        }
    }

    private static boolean takesTag(Json operation) {
        return operation.has("parameters")
                && operation.get("parameters").values().stream()
                        .anyMatch(it -> it.get("name").text().equals("If-None-Match"));
    }

    @Test
    void listsArePagedByCursor() throws Exception {
        var first = Site.json(site.get("/api/v1/agents?limit=1"));
        var second = Site.json(
                site.get("/api/v1/agents?limit=1&cursor=" + first.get("next").text()));

        assertThat(first.get("items").get(0).get("name").text()).isEqualTo("Ada");
        assertThat(second.get("items").get(0).get("name").text()).isEqualTo("Ben");
    }

    @Test
    void theDepartedAreListedOnlyWhenAskedFor() throws Exception {
        var present = Site.json(site.get("/api/v1/agents"));
        var departed = Site.json(site.get("/api/v1/agents?status=departed"));

        assertThat(present.get("items").size()).isEqualTo(2);
        assertThat(present.get("next").isNull()).isTrue();
        assertThat(departed.get("items").get(0).get("name").text()).isEqualTo("Gus");
    }

    @Test
    void transactionsAreTurnedPageByPageFromTheNewestToTheOldest() throws Exception {
        var amounts = new StringBuilder();
        var next = "";

        do {
            var page = Site.json(site.get("/api/v1/economy/transactions?limit=2" + next));
            page.get("items")
                    .values()
                    .forEach(it -> amounts.append(it.get("amount").text()).append(" "));
            next = page.get("next").isNull()
                    ? ""
                    : "&cursor=" + page.get("next").text();
        } while (!next.isEmpty());

        assertThat(amounts).hasToString("0.05 0.04 0.03 0.02 0.01 ");
    }

    @Test
    void theLogCarriesTheEventsOwnValues() throws Exception {
        var page = Site.json(site.get("/api/v1/world/events"));

        var event = page.get("items").get(0);
        assertThat(event.get("seq").number()).isEqualTo(1);
        assertThat(event.get("prev_seq").number()).isZero();
        assertThat(event.get("data").get("to").text()).isEqualTo("rain");
        assertThat(page.get("next").isNull()).isTrue();
    }

    @Test
    void whatAResidentDidComesNewestFirst() throws Exception {
        var first = Site.json(site.get("/api/v1/agents/" + TestCity.ADA + "/actions?limit=1"));
        var second = Site.json(site.get("/api/v1/agents/" + TestCity.ADA + "/actions?limit=1&cursor="
                + first.get("next").text()));

        assertThat(first.get("items").get(0).get("data").get("action").text()).isEqualTo("rest");
        assertThat(second.get("items").get(0).get("data").get("action").text()).isEqualTo("work");
        assertThat(second.get("next").isNull()).isTrue();
    }

    @Test
    void deedsThatWereToldByDistrictAreFoundByResident() throws Exception {
        var both = "{\"district\":\"%1$s\",\"deeds\":[%2$s,%3$s,%4$s]}"
                .formatted(
                        TestCity.DOWNTOWN,
                        deed(TestCity.BEN, "buy"),
                        deed(TestCity.GONE, "move"),
                        deed(TestCity.BEN, "use"));
        var other = "{\"district\":\"%s\",\"deeds\":[%s]}".formatted(TestCity.DOWNTOWN, deed(TestCity.GONE, "rest"));
        site.kernel.feed.happened("agents.district-actions.v1", "agents", TestCity.DOWNTOWN, both);
        site.kernel.feed.happened("agents.district-actions.v1", "agents", TestCity.DOWNTOWN, other);
        site.kernel.feed.happened("agents.acted.v1", "agents", TestCity.BEN, "{\"action\":\"sleep\"}");

        var path = "/api/v1/agents/" + TestCity.BEN + "/actions?limit=1";
        var first = Site.json(site.get(path));
        var second = Site.json(site.get(path + "&cursor=" + first.get("next").text()));

        assertThat(first.get("items").get(0).get("data").get("action").text()).isEqualTo("sleep");
        assertThat(second.get("items").values())
                .extracting(it -> it.get("data").get("action").text())
                .containsExactly("use", "buy");
        assertThat(second.get("items").get(0).get("subject").text()).isEqualTo(TestCity.BEN.toString());
        assertThat(second.get("next").isNull()).isTrue();
    }

    @Test
    void theEconomyIsToldInDecimalsAndByDay() throws Exception {
        var metrics = Site.json(site.get("/api/v1/economy/metrics"));

        assertThat(metrics.get("money_supply").text()).isEqualTo("7000.00");
        assertThat(metrics.get("unemployment").decimal()).isEqualTo(0.5);
        assertThat(metrics.get("gdp_today").text()).isEqualTo("1.50");
        assertThat(metrics.get("gdp_yesterday").isNull()).isTrue();
        assertThat(metrics.get("days").size()).isEqualTo(1);
        assertThat(metrics.get("days").get(0).get("date").text()).isEqualTo("2030-01-01");
    }

    @Test
    void theLeaderboardIsPagedByBalanceAndId() throws Exception {
        var first = Site.json(site.get("/api/v1/economy/leaderboard?limit=1"));
        var second = Site.json(site.get("/api/v1/economy/leaderboard?limit=1&cursor="
                + first.get("next").text()));

        assertThat(first.get("items").get(0).get("name").text()).isEqualTo("Ada");
        assertThat(second.get("items").get(0).get("name").text()).isEqualTo("Ben");
        assertThat(second.get("next").isNull()).isTrue();
        assertThat(site.get("/api/v1/economy/leaderboard?cursor=12").statusCode())
                .isEqualTo(400);
        assertThat(site.get("/api/v1/economy/leaderboard?cursor=1.2").statusCode())
                .isEqualTo(400);
    }

    private static String deed(UUID resident, String action) {
        return "{\"resident\":\"%s\",\"action\":\"%s\"}".formatted(resident, action);
    }

    @Test
    void metersTellOfTheCallsThemselves() throws Exception {
        site.get("/api/v1/world");

        var meters = site.get("/prometheus").body();

        assertThat(meters).contains("http_server_requests_seconds").contains("jvm_memory_used_bytes");
    }
}
