package city.adapter.mqtt.link;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.adapter.mqtt.TestClient;
import city.adapter.mqtt.TestClient.Heard;
import city.adapter.mqtt.link.NotDelivered.Reason;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What the link promises over any MQTT 5 broker.
abstract class LinkContract {
    private final List<String> story = new CopyOnWriteArrayList<>();

    abstract URI url();

    abstract Credentials credentials();

    abstract void startBroker() throws Exception;

    abstract void stopBroker() throws Exception;

    @BeforeEach
    void start() throws Exception {
        startBroker();
    }

    @AfterEach
    void stop() throws Exception {
        stopBroker();
    }

    @Test
    void aSubscriberHearsTheMessageWithItsUserProperties() throws Exception {
        try (var ann = TestClient.connect(url(), "ann");
                var link = link()) {
            ann.subscribe("world/#");

            publish(link, Message.json("world/tick", "7", Qos.AT_LEAST_ONCE, false, Map.of("id", "42")));

            assertThat(ann.next()).isEqualTo(new Heard("world/tick", "7", false, Map.of("id", "42")));
        }
    }

    /// Only of one quality: MQTT 5 section 4.6 lets a broker send what it need not keep before what waits
    /// for an acknowledgement.
    @Test
    void manyMessagesArriveInOrderThoughTheBrokerTakesFewAtATime() throws Exception {
        try (var ann = TestClient.connect(url(), "ann");
                var link = link()) {
            ann.subscribe("economy/#");
            var all = new ArrayList<CompletableFuture<@Nullable Void>>();
            for (var each = 0; each < 2_000; each++) {
                all.add(link.publish(Message.of("agents/7/move", "on the way", Qos.AT_MOST_ONCE)));
                all.add(link.publish(
                        Message.of("economy/market/" + each % 300, String.valueOf(each), Qos.AT_LEAST_ONCE)));
            }
            CompletableFuture.allOf(all.toArray(CompletableFuture[]::new)).get(30, TimeUnit.SECONDS);

            for (var each = 0; each < 2_000; each++) {
                assertThat(ann.next()).extracting("text").isEqualTo(String.valueOf(each));
            }
        }
    }

    @Test
    void theBirthIsRetainedAndTheGoodbyeToo() throws Exception {
        try (var ann = TestClient.connect(url(), "ann")) {
            try (var link = link()) {
                assertThat(link.connected()).isTrue();
                ann.subscribe("platform/#");
                assertThat(ann.next())
                        .isEqualTo(new Heard("platform/status", "{\"status\":\"online\"}", true, Map.of()));
            }
            assertThat(ann.next()).extracting("text").isEqualTo("{\"status\":\"offline\"}");
            try (var late = TestClient.connect(url(), "late")) {
                late.subscribe("platform/#");
                assertThat(late.next()).extracting("text").isEqualTo("{\"status\":\"offline\"}");
            }
        }
    }

    @Test
    void theLinkComesBackAfterTheBrokerWasAwayAndItsListenerPublishesAgain() throws Exception {
        try (var link = link()) {
            stopBroker();
            await(() -> !link.connected());
            assertThatThrownBy(() -> publish(link, Message.of("world/tick", "lost", Qos.AT_LEAST_ONCE)))
                    .cause()
                    .extracting("reason")
                    .isEqualTo(Reason.NOT_CONNECTED);

            startBroker();
            await(link::connected);

            await(() -> story.equals(List.of("connected", "lost", "connected")));
            try (var ann = TestClient.connect(url(), "ann")) {
                ann.subscribe("platform/#");
                assertThat(ann.next()).extracting("text").isEqualTo("{\"status\":\"online\"}");
                ann.subscribe("world/tick");
                publish(link, Message.of("world/tick", "back", Qos.AT_LEAST_ONCE));
                assertThat(ann.next()).extracting("text").isEqualTo("back");
            }
        }
    }

    @Test
    void everyFutureEndsWhenTheBrokerGoesInTheMiddle() throws Exception {
        try (var link = link()) {
            var all = new ArrayList<CompletableFuture<@Nullable Void>>();
            for (var each = 0; each < 5_000; each++) {
                all.add(link.publish(Message.of("world/tick", String.valueOf(each), Qos.AT_LEAST_ONCE)));
            }
            stopBroker();

            await(() -> all.stream().allMatch(CompletableFuture::isDone));
            assertThat(all).allMatch(CompletableFuture::isDone);
        }
    }

    @Test
    void moreThanTheBacklogIsRefusedAtOnce() throws Exception {
        try (var link = link()) {
            var all = new ArrayList<CompletableFuture<@Nullable Void>>();
            for (var each = 0; each < Session.MAX_OUTSTANDING * 3; each++) {
                all.add(link.publish(Message.of("world/tick", "x", Qos.AT_LEAST_ONCE)));
            }

            var refused = all.stream()
                    .filter(CompletableFuture::isCompletedExceptionally)
                    .toList();
            assertThat(refused).isNotEmpty();
            await(() -> all.stream().allMatch(CompletableFuture::isDone));
            publish(link, Message.of("world/tick", "still working", Qos.AT_LEAST_ONCE));
        }
    }

    @Test
    void aLinkHearsWhatOthersPublishAlsoOnceTheBrokerIsBack() throws Exception {
        var heard = new LinkedBlockingQueue<Received>();
        try (var link = open(new Ear("replies/+/1", heard))) {
            await(link::connected);
            say("replies/eve/1", "before", "here", "seven");
            assertThat(heard.poll(10, TimeUnit.SECONDS))
                    .isNotNull()
                    .satisfies(it -> assertThat(new String(it.payload(), UTF_8)).isEqualTo("before"))
                    .satisfies(it -> assertThat(it.responseTopic()).isEqualTo("replies/eve/here"))
                    .satisfies(it ->
                            assertThat(new String(it.correlationData(), UTF_8)).isEqualTo("seven"));

            stopBroker();
            await(() -> !link.connected());
            startBroker();
            await(link::connected);
            say("replies/eve/1", "after", "here", "eight");

            assertThat(heard.poll(10, TimeUnit.SECONDS))
                    .isNotNull()
                    .satisfies(it -> assertThat(new String(it.payload(), UTF_8)).isEqualTo("after"));
        }
    }

    private void say(String topic, String text, String replyLevel, String correlation) throws Exception {
        try (var eve = TestClient.connect(url(), "eve")) {
            eve.ask(topic, text, "replies/eve/" + replyLevel, correlation);
        }
    }

    private record Ear(String filter, Queue<Received> heard) implements Mailbox {
        @Override
        public void received(Received message) {
            heard.add(message);
        }
    }

    @Test
    void aLinkOpenedBeforeTheBrokerConnectsWhenItComes() throws Exception {
        stopBroker();
        try (var link = open()) {
            Thread.sleep(300);
            assertThat(link.connected()).isFalse();

            startBroker();

            await(link::connected);
        }
    }

    private MqttLink link() throws InterruptedException {
        var link = open();
        await(link::connected);
        return link;
    }

    private MqttLink open() {
        return open(null);
    }

    private MqttLink open(@Nullable Mailbox mailbox) {
        var quick = new Backoff(Duration.ofMillis(100), Duration.ofMillis(400));
        var settings = LinkSettings.of(
                        url(), "city-test", credentials(), () -> status("online"), () -> status("offline"))
                .withBackoff(quick);
        var listener = new LinkListener() {
            @Override
            public void connected() {
                story.add("connected");
            }

            @Override
            public void lost(String reason) {
                story.add("lost");
            }
        };
        return MqttLink.open(settings, listener, mailbox);
    }

    private static Message status(String status) {
        return Message.json("platform/status", "{\"status\":\"" + status + "\"}", Qos.AT_LEAST_ONCE, true, Map.of());
    }

    private static void publish(MqttLink link, Message message) throws Exception {
        link.publish(message).get(10, TimeUnit.SECONDS);
    }

    private static void await(BooleanSupplier condition) throws InterruptedException {
        var deadline = System.nanoTime() + Duration.ofSeconds(15).toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("waited too long").isLessThan(deadline);
            Thread.sleep(20);
        }
    }
}
