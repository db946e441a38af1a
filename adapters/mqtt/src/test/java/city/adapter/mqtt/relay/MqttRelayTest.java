package city.adapter.mqtt.relay;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import city.adapter.mqtt.Await;
import city.adapter.mqtt.Events;
import city.adapter.mqtt.FakeCity;
import city.adapter.mqtt.FakeCursors;
import city.adapter.mqtt.link.Message;
import city.adapter.mqtt.link.NotDelivered;
import city.world.WorldEvent.Moved;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// The relay on a broker of the test's making, which acknowledges when it is told to.
class MqttRelayTest {
    private final FakeCity city = new FakeCity();
    private final FakeCursors cursors = new FakeCursors();
    private final Gate gate = new Gate();
    private final List<String> taken = new CopyOnWriteArrayList<>();
    private final List<CompletableFuture<@Nullable Void>> open = new CopyOnWriteArrayList<>();
    private volatile boolean acknowledges = true;
    private volatile int refusals;
    private MqttRelay relay = start();

    @AfterEach
    void stop() {
        relay.close();
    }

    @Test
    void nothingIsSentWhileNoConnectionIsUp() throws Exception {
        city.pay(3);
        Thread.sleep(300);

        assertThat(taken).isEmpty();
        assertThat(relay.lag()).isEqualTo(3);
    }

    @Test
    void noMoreThanTheWindowIsUnacknowledged() throws Exception {
        acknowledges = false;
        city.pay(200);
        gate.connected();

        Await.until(() -> payments().size() == MqttRelay.MAX_UNACKNOWLEDGED);
        Thread.sleep(300);

        assertThat(payments()).hasSize(MqttRelay.MAX_UNACKNOWLEDGED);
        assertThat(relay.lag()).isEqualTo(200);
        acknowledges = true;
        open.forEach(each -> each.complete(null));
        Await.until(() -> relay.lag() == 0);
        assertThat(payments()).hasSize(200).isSorted();
    }

    @Test
    void itFollowsFromTheFirstMomentAlsoWithoutABroker() {
        assertThat(cursors.followers()).containsExactly(MqttRelay.FOLLOWER);
    }

    @Test
    void aRefusedEventIsSentAgainAloneUntilItPasses() throws Exception {
        refusals = 3;
        city.pay(100);
        gate.connected();

        Await.until(() -> relay.lag() == 0);

        var afterTheFirstRound =
                payments().subList(payments().lastIndexOf(1), payments().size());
        assertThat(afterTheFirstRound).isSorted().doesNotHaveDuplicates().hasSize(100);
    }

    @Test
    void telemetryIsLeftOutWhileTheRelayIsFarBehind() throws Exception {
        var move = Events.example(Moved.class);
        for (int each = 0; each < MqttRelay.MAX_TELEMETRY_LAG; each++) {
            city.append(move);
        }
        city.pay(50);
        city.append(move);
        gate.connected();

        Await.until(() -> relay.lag() == 0);

        assertThat(payments()).hasSize(50);
        assertThat(taken).filteredOn(MqttRelayTest::tellsMove).isEmpty();

        city.append(move);
        Await.until(() -> taken.stream().anyMatch(MqttRelayTest::tellsMove));
    }

    @Test
    void telemetryComesAfterThePublicEventsThatWereReadWithIt() throws Exception {
        city.append(Events.example(Moved.class));
        city.pay(3);
        gate.connected();

        Await.until(() -> taken.stream().anyMatch(MqttRelayTest::tellsMove));

        var told = taken.stream()
                .filter(payload -> tellsMove(payload) || payload.contains("money-transferred"))
                .toList();
        assertThat(told).hasSize(4);
        assertThat(told.getLast()).matches(MqttRelayTest::tellsMove);
    }

    @Test
    void telemetryIsSentOnceAlthoughWhatStandsBeforeItIsRefused() throws Exception {
        refusals = 3;
        city.pay(1);
        city.append(Events.example(Moved.class));
        gate.connected();

        Await.until(() -> relay.lag() == 0);

        assertThat(payments()).hasSize(4);
        assertThat(taken).filteredOn(MqttRelayTest::tellsMove).hasSize(1);
    }

    @Test
    void aRelayThatBeginsBelowTheHorizonTellsWhatIsKeptForEver() throws Exception {
        city.pay(20);
        city.append(Events.example(Moved.class));
        city.forgetTelemetry(10);
        gate.connected();

        Await.until(() -> relay.lag() == 0);

        assertThat(payments()).hasSize(20);
    }

    @Test
    void theCursorIsSavedOnceASecondAndAtTheEnd() throws Exception {
        gate.connected();
        for (int each = 0; each < 10; each++) {
            city.pay(5);
            Thread.sleep(40);
        }
        Await.until(() -> relay.lag() == 0);

        relay.close();

        assertThat(cursors.writes()).isBetween(1, 3);
        assertThat(cursors.find(MqttRelay.FOLLOWER)).isEqualTo(50);
    }

    @Test
    void aRecordOutOfReachDoesNotStopTheRelay() throws Exception {
        cursors.die();
        gate.connected();
        city.pay(20);
        Await.until(() -> relay.lag() == 0);
        Thread.sleep(1_200);
        city.pay(20);

        Await.until(() -> relay.lag() == 0);

        assertThat(payments()).hasSize(40);
    }

    @Test
    void aCursorBeyondTheLogIsTakenBackToItsEnd() throws Exception {
        relay.close();
        cursors.replace(MqttRelay.FOLLOWER, 1_000);
        city.pay(10);
        relay = start();
        gate.connected();
        Await.until(() -> relay.lag() == 0);

        city.pay(1);

        Await.until(() -> payments().equals(List.of(11)));
    }

    private MqttRelay start() {
        var states = new StateMessages(city, city, city, "", "0.1.0", Map.of());
        return MqttRelay.start(city, cursors, states, this::take, gate);
    }

    private CompletableFuture<@Nullable Void> take(Message message) {
        var payload = new String(message.payload(), UTF_8);
        var done = new CompletableFuture<@Nullable Void>();
        taken.add(payload);
        if (refusals > 0 && payload.contains("\"seq\":1,")) {
            refusals--;
            return CompletableFuture.failedFuture(refused());
        }
        if (acknowledges || !payload.contains("money-transferred")) {
            done.complete(null);
        } else {
            open.add(done);
        }
        return done;
    }

    private static NotDelivered refused() {
        return new NotDelivered(NotDelivered.Reason.REFUSED, "not today");
    }

    private static boolean tellsMove(String payload) {
        return payload.contains("agents.moved");
    }

    /// The sequences of the transfers that were sent.
    private List<Integer> payments() {
        return taken.stream()
                .filter(payload -> payload.contains("money-transferred"))
                .map(payload -> Integer.valueOf(payload.replaceAll(".*\"seq\":(\\d+),.*", "$1")))
                .toList();
    }
}
