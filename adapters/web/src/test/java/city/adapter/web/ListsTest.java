package city.adapter.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ListsTest {
    private static Site site;

    @BeforeAll
    static void open() {
        site = new Site();
    }

    @AfterAll
    static void close() {
        site.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/events?topic=",
                "/api/v1/events?type=",
                "/api/v1/events/stream?topic=",
                "/api/v1/events/stream?type=",
                "/api/v1/world/events?type="
            })
    @Timeout(30)
    void whatCanBeNoNameOfAnEventIsRefused(String address) throws Exception {
        var field = address.substring(address.indexOf('?') + 1, address.length() - 1);

        for (var nonsense : List.of("%00", "a%00b", "World", "a%20b", "%EF%BF%BD", "x".repeat(81))) {
            var refused = site.get(address + nonsense);

            WritingTest.assertProblem(refused, 400, "/problems/invalid-parameter");
            assertThat(refused.body()).as(nonsense).contains(field);
        }
    }

    @Test
    void everyListSaysWhetherThereIsMore() throws Exception {
        assertThat(site.get("/api/v1/world/events/running").body()).contains("\"next\":null");
        assertThat(site.get("/api/v1/agents/%s/suggestions".formatted(TestCity.ADA))
                        .body())
                .contains("\"next\":null");
    }

    @Test
    void aPageEndsBySizeToo() throws Exception {
        try (var large = new Site()) {
            var megabyte = "{\"text\":\"" + "x".repeat(1 << 20) + "\"}";
            for (int i = 0; i < 5; i++) {
                large.kernel.feed.happened("test.large.v1", "test", TestCity.ADA, megabyte);
            }

            var first = Site.json(large.get("/api/v1/events?limit=1000"));
            var second = Site.json(large.get(
                    "/api/v1/events?limit=1000&cursor=" + first.get("next").text()));

            assertThat(first.get("items").size()).isEqualTo(2);
            assertThat(first.get("scanned_to").number()).isEqualTo(2);
            assertThat(second.get("items").get(0).get("seq").number()).isEqualTo(3);
        }
    }
}
