package city.adapter.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LiveSocketTest {
    private static final String VIEW =
            "{\"type\":\"view\",\"x0\":-100,\"y0\":-100,\"x1\":100,\"y1\":100,\"zoom\":1,\"rate\":10}";

    private Site site;

    @BeforeEach
    void open() {
        site = new Site();
    }

    @AfterEach
    void close() {
        site.close();
    }

    @Test
    void itBeginsWithWhatTheClientMustKnow() throws Exception {
        happen("economy", 3);

        try (var client = new LiveClient(site)) {
            var hello = client.next("hello");
            assertThat(hello.get("protocol").number()).isEqualTo(1);
            assertThat(hello.get("last_seq").number()).isEqualTo(3);
            assertThat(hello.get("tick_minutes").number()).isEqualTo(5);
            assertThat(hello.get("activities").get(1).text()).isEqualTo("working");

            var world = client.next("world").get("world");
            assertThat(world).isEqualTo(Site.json(site.get("/api/v1/world")));
        }
    }

    @Test
    void itSaysByAnIdWhetherItIsStillTheSameCity() throws Exception {
        var first = cityId();
        var again = cityId();
        site.kernel.seed = 43;

        assertThat(again).isEqualTo(first);
        assertThat(cityId()).isNotEqualTo(first);
    }

    private String cityId() throws Exception {
        try (var client = new LiveClient(site)) {
            return client.next("hello").get("city_id").text();
        }
    }

    @Test
    void theClockIsToldWhenItChanges() throws Exception {
        try (var client = new LiveClient(site)) {
            assertThat(client.next("world").get("world").get("running").truth()).isTrue();

            site.post("/api/v1/world/clock/pause", "");

            assertThat(client.next("world").get("world").get("running").truth()).isFalse();
        }
    }

    @Test
    void everyEventIsTheSameAsInTheLog() throws Exception {
        happen("economy", 250);
        var log = Site.json(site.get("/api/v1/events?limit=1000")).get("items").values();

        try (var client = new LiveClient(site)) {
            client.send("{\"type\":\"subscribe\",\"id\":\"all\",\"after\":0}");
            assertThat(client.next("subscribed").get("after").number()).isZero();

            assertThat(client.events(250)).isEqualTo(log);
        }
    }

    @Test
    void aClientThatComesAgainMissesNothing() throws Exception {
        happen("economy", 5);
        long last;
        try (var client = new LiveClient(site)) {
            client.send("{\"type\":\"subscribe\",\"id\":\"all\",\"after\":0}");
            last = sequences(client.events(5)).getLast();
        }
        happen("economy", 300);

        try (var client = new LiveClient(site)) {
            client.send("{\"type\":\"subscribe\",\"id\":\"all\",\"after\":%d}".formatted(last));
            happen("economy", 10);

            assertThat(sequences(client.events(310)))
                    .isEqualTo(LongStream.rangeClosed(6, 315).boxed().toList());
        }
    }

    @Test
    void aWishLetsOnlyItsOwnThrough() throws Exception {
        happen("economy", 1);
        happen("agents", 1);
        happen("world", 1);
        site.kernel.feed.happened("agents.waved.v1", "agents", TestCity.ADA, "{}");

        try (var client = new LiveClient(site)) {
            client.send("{\"type\":\"subscribe\",\"id\":\"some\",\"after\":0,\"topics\":[\"agents\",\"world\"]}");
            assertThat(sequences(client.events(3))).containsExactly(2L, 3L, 4L);

            client.send("{\"type\":\"subscribe\",\"id\":\"waves\",\"after\":0,\"types\":[\"agents.waved.v1\"]}");
            assertThat(sequences(client.events(1))).containsExactly(4L);

            client.send(
                    "{\"type\":\"subscribe\",\"id\":\"ada\",\"after\":0,\"subject\":\"%s\"}".formatted(TestCity.ADA));
            assertThat(sequences(client.events(1))).containsExactly(4L);
        }
    }

    @Test
    void amongMuchThatNobodyWantsAWishIsFoundAtOnce() throws Exception {
        happen("economy", 16_000);
        happen("world", 1);

        try (var client = new LiveClient(site)) {
            client.next("hello");
            long asked = System.nanoTime();
            client.send("{\"type\":\"subscribe\",\"id\":\"rare\",\"after\":0,\"topics\":[\"world\",\"agents\"]}");

            assertThat(sequences(client.events(1))).containsExactly(16_001L);
            // A reader that rests after every 200 events needs 80 times 30 ms.
            assertThat(Duration.ofNanos(System.nanoTime() - asked)).isLessThan(Duration.ofSeconds(2));
        }
    }

    @Test
    void aMessageOfEventsEndsBySizeToo() throws Exception {
        var megabyte = "{\"text\":\"" + "x".repeat(1 << 20) + "\"}";
        for (int i = 0; i < 3; i++) {
            site.kernel.feed.happened("test.large.v1", "test", TestCity.ADA, megabyte);
        }

        try (var client = new LiveClient(site)) {
            client.send("{\"type\":\"subscribe\",\"id\":\"all\",\"after\":0}");

            var first = client.next("events");
            assertThat(first.get("items").size()).isEqualTo(2);
            assertThat(first.get("scanned_to").number()).isEqualTo(2);
            assertThat(client.events(1)).hasSize(1);
        }
    }

    @Test
    void whatIsTooOldIsSaidToBeElsewhere() throws Exception {
        happen("economy", 20_000);

        try (var client = new LiveClient(site)) {
            client.send("{\"type\":\"subscribe\",\"id\":\"old\",\"after\":7,\"topics\":[\"economy\"]}");

            var ended = client.next("ended");
            assertThat(ended.get("reason").text()).isEqualTo("below-horizon");
            assertThat(ended.get("status").number()).isEqualTo(410);
            assertThat(ended.get("horizon").number()).isEqualTo(20_000 - (1 << 14));
            var rest = site.get(ended.get("catch_up").text());
            assertThat(Site.json(rest).get("items").get(0).get("seq").number()).isEqualTo(8);
        }
    }

    @Test
    void whoFallsTooFarBehindIsToldWhatItMissed() throws Exception {
        try (var client = new LiveClient(site)) {
            client.send("{\"type\":\"subscribe\",\"id\":\"all\",\"after\":0}");
            client.next("subscribed");

            happen("economy", 40_000);

            var ended = client.next("ended");
            assertThat(ended.get("reason").text()).isEqualTo("too-slow");
            assertThat(ended.get("catch_up").text())
                    .isEqualTo("/api/v1/events?after=" + ended.get("last_seq").number());
        }
    }

    @Test
    void whatMakesNoSenseIsAnsweredAndTheSocketStays() throws Exception {
        try (var client = new LiveClient(site)) {
            for (var nonsense : List.of(
                    "",
                    "[]",
                    "{",
                    "{\"type\":\"dance\"}",
                    "{\"type\":\"subscribe\"}",
                    "{\"type\":\"subscribe\",\"id\":\"a\",\"after\":-1}",
                    "{\"type\":\"subscribe\",\"id\":\"a\",\"after\":99}",
                    "{\"type\":\"subscribe\",\"id\":\"a\",\"topic\":\"economy\"}",
                    "{\"type\":\"view\",\"x0\":0,\"y0\":0,\"x1\":0,\"y1\":9,\"zoom\":1}",
                    "{\"type\":\"view\",\"x0\":0,\"y0\":0,\"x1\":9,\"y1\":9,\"zoom\":0}",
                    "{\"type\":\"view\",\"x0\":1e300,\"y0\":0,\"x1\":9,\"y1\":9,\"zoom\":1}",
                    "{\"type\":\"names\",\"slots\":[-1]}",
                    "{\"type\":\"names\",\"ids\":[\"Ada\"]}")) {
                client.send(nonsense);
                var problem = client.next("error").get("problem");
                assertThat(problem.get("status").number()).as(nonsense).isBetween(400L, 422L);
                assertThat(problem.get("type").text()).startsWith("/problems/");
            }
            client.send("{\"type\":\"unsubscribe\",\"id\":\"none\"}");
            assertThat(client.next("unsubscribed").get("id").text()).isEqualTo("none");
        }
    }

    @Test
    void idsAndSlotsHaveNames() throws Exception {
        try (var client = new LiveClient(site)) {
            client.send("{\"type\":\"names\",\"ids\":[\"%s\",\"%s\",\"%s\",\"%s\",\"%s\"],\"slots\":[1,77]}"
                    .formatted(TestCity.ADA, TestCity.FIRM, TestCity.MILL, TestCity.JOB, TestCity.DOWNTOWN));

            var names = client.next("names").get("items").values();
            assertThat(names.stream().map(it -> it.get("name").text()))
                    .containsExactly("Ada", "Miller & Co", "The Mill", "Downtown", "Ben");
            assertThat(names.stream().map(it -> it.get("kind").text()))
                    .containsExactly("resident", "firm", "location", "district", "resident");
        }
    }

    @Test
    void theMapIsSentWhenItChangesAndOnlyThen() throws Exception {
        try (var client = new LiveClient(site)) {
            client.send(VIEW);
            assertThat(client.nextFrame().getInt(4)).isEqualTo(3);
            Thread.sleep(Duration.ofMillis(500));
            assertThat(client.frames).isEmpty();

            site.city.whereabouts = new TestCrowd(1, 1);

            assertThat(client.nextFrame().getInt(4)).isEqualTo(2);
        }
    }

    @Test
    void framesComeNoFasterThanWished() throws Exception {
        try (var client = new LiveClient(site)) {
            client.send(VIEW.replace("\"rate\":10", "\"rate\":2"));
            client.nextFrame();
            for (int i = 0; i < 20; i++) {
                site.city.whereabouts = new TestCrowd(i, i);
                Thread.sleep(Duration.ofMillis(100));
            }

            assertThat(client.frames.size()).isBetween(1, 6);
        }
    }

    private void happen(String topic, int times) {
        for (int i = 0; i < times; i++) {
            site.kernel.feed.happened(topic + ".happened.v1", topic, TestCity.BEN, "{\"i\":%d}".formatted(i));
        }
    }

    private static List<Long> sequences(List<Json> events) {
        return events.stream().map(it -> it.get("seq").number()).toList();
    }
}
