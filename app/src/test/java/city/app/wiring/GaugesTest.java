package city.app.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import city.adapter.metrics.CityGauges;
import city.adapter.postgres.embedded.PostgresForTests;
import city.world.spi.Probe;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A registry holds weakly what it measures, so a gauge may lose its voice with the first collection of garbage.
class GaugesTest {
    @TempDir
    private Path data;

    @Test
    void everyGaugeStillKnowsItsValueAfterGarbageWasCollected() throws IOException {
        try (var database = PostgresForTests.freshDatabase();
                var folder = DataFolder.take(data);
                var city = RunningCity.open(
                        CityOnADatabase.settings(
                                data, CityOnADatabase.choice(database), CityOnADatabase.founding("town", 25), 1),
                        folder,
                        Probe.none())) {
            var meters = new SimpleMeterRegistry();
            CityGauges.bind(
                    meters, city.kernel(), city.parts().economy(), city.parts().agents());

            System.gc();

            assertThat(meters.getMeters()).hasSizeGreaterThan(5);
            assertThat(unknown(meters)).isEmpty();
        }
    }

    private static List<String> unknown(SimpleMeterRegistry meters) {
        return meters.getMeters().stream()
                .filter(it -> Double.isNaN(it.measure().iterator().next().getValue()))
                .map(Meter::getId)
                .map(Meter.Id::getName)
                .toList();
    }
}
