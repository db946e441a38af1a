package city.app.bench.load;

import city.adapter.mqtt.MqttAdapter;
import city.adapter.mqtt.MqttPorts;
import city.adapter.mqtt.MqttSettings;
import city.adapter.mqtt.link.Credentials;
import city.app.Failure;
import city.app.Release;
import city.app.bench.Benchmark;
import city.app.bench.Figures;
import city.app.bench.TemporaryFolder;
import city.app.bench.Towns;
import city.app.bench.child.MqttEar;
import city.app.wiring.DataFolder;
import city.app.wiring.RunningCity;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;

/// A city at one tick a second, its broker, and a subscriber of everything by QoS 1: from the moment that the
/// commit of an event returned to the moment that the subscriber has the message. All in this process, so that both
/// are of one clock; the subscriber's work counts against the city.
///
/// @param residents 10,000 make some hundred public events a tick
public record BroadcastBenchmark(int residents) implements Benchmark {
    private static final int ROUNDS = 5;
    private static final int TICKS_A_ROUND = 60;

    /// A day, as fast as it can: the code is warm and the residents are where they are in the morning.
    private static final int WARM_UP_TICKS = 288;

    @Override
    public String name() {
        return "broadcast";
    }

    @Override
    public String about() {
        return "commit of an event to its arrival at a QoS 1 subscriber, %d residents, 1 tick/s; takes 7 minutes"
                .formatted(residents);
    }

    @Override
    public List<Figures> run() throws Exception {
        var commits = new CommitTimes();
        try (var folder = new TemporaryFolder();
                var data = DataFolder.take(folder.path());
                var city = RunningCity.open(
                        Towns.settings(folder.path(), "metropolis", residents, OptionalLong.empty()), data, commits);
                var mqtt = MqttAdapter.start(ports(city), settings())) {
            var arrivals = new Arrivals(commits);
            try (var _ = MqttEar.open(mqtt.port(), "#", "bench", arrivals)) {
                city.start();
                awaitTick(city, WARM_UP_TICKS);
                city.kernel().pace().speed(1);
                awaitSilence(mqtt);
                return measure(city, arrivals);
            }
        }
    }

    private List<Figures> measure(RunningCity city, Arrivals arrivals) throws InterruptedException {
        var rounds = new double[ROUNDS][];
        for (int round = 0; round < ROUNDS; round++) {
            arrivals.take();
            awaitTick(city, city.kernel().snapshot().tick() + TICKS_A_ROUND);
            rounds[round] = arrivals.take();
            if (rounds[round].length == 0) {
                throw Failure.doesNotHold("the subscriber heard nothing for %d ticks".formatted(TICKS_A_ROUND));
            }
        }
        var params = Map.<String, Object>of("residents", residents, "ticks", ROUNDS * TICKS_A_ROUND);
        var all = Arrays.stream(rounds).flatMapToDouble(Arrays::stream).toArray();
        var p99 = IntStream.range(0, ROUNDS)
                .mapToDouble(it -> Figures.of("", "", rounds[it], params).quantile(0.99))
                .toArray();
        return List.of(
                Figures.of("broadcast.latency", "ms", all, params),
                Figures.of("broadcast.p99-of-a-minute", "ms", p99, params));
    }

    private static void awaitTick(RunningCity city, long tick) throws InterruptedException {
        while (city.kernel().snapshot().tick() < tick) {
            if (city.kernel().vitals().trouble().isPresent()) {
                throw Failure.doesNotHold("the city stands: " + city.kernel().vitals());
            }
            Thread.sleep(5);
        }
    }

    /// What the day at full speed left is told.
    private static void awaitSilence(MqttAdapter mqtt) throws InterruptedException {
        while (mqtt.lag() > 0) {
            Thread.sleep(50);
        }
    }

    private static MqttPorts ports(RunningCity city) {
        return new MqttPorts(
                city.kernel(),
                city.parts().world(),
                city.parts().agents(),
                city.postgres().cursors());
    }

    private static MqttSettings settings() {
        return new MqttSettings(Optional.empty(), new Credentials("", ""), 0, "", Release.version(), Optional.empty());
    }
}
