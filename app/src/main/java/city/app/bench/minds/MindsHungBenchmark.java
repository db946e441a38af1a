package city.app.bench.minds;

import city.app.bench.Benchmark;
import city.app.bench.Figures;
import city.app.bench.TemporaryFolder;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;

/// A tick of a metropolis all of whose minds ask a model that never answers, beside the same city without models. The
/// provider's breaker is open most of the time, as it is meant to be, and tries two calls every ten seconds.
///
/// What a tick has to do depends on the hour, so the two take turns of an hour and a half of the city for two of its
/// days, and who has an hour on the first day leaves it to the other on the second.
public record MindsHungBenchmark() implements Benchmark {
    private static final int RESIDENTS = 10_000;
    private static final int DAYS = 2;
    private static final int TURNS_A_DAY = 16;
    private static final int TICKS_A_TURN = 18;

    /// At the beginning of a turn, for what setting ten thousand minds leaves behind.
    private static final int TICKS_NOT_COUNTED = 3;

    /// Until the provider's breaker has had enough.
    private static final int SETTLE_SECONDS = 30;

    @Override
    public String name() {
        return "minds-hung";
    }

    @Override
    public String about() {
        return "a tick of %d residents whose model hangs, 1 tick/s, in turns with routine minds; takes 11 minutes"
                .formatted(RESIDENTS);
    }

    @Override
    public List<Figures> run() throws Exception {
        try (var folder = new TemporaryFolder();
                var stub = StubProcess.start();
                var city = ThinkingCity.open(folder.path(), RESIDENTS, stub.url())) {
            city.warmUp();
            stub.hang();
            city.letThink();
            city.await(SETTLE_SECONDS);
            var hung = DoubleStream.builder();
            var without = DoubleStream.builder();
            int asked = 0;
            for (int turn = 0; turn < DAYS * TURNS_A_DAY; turn++) {
                boolean thinks = (turn + turn / TURNS_A_DAY) % 2 == 0;
                for (double tick : takeTurn(city, thinks)) {
                    (thinks ? hung : without).add(tick);
                }
                asked += city.answers().take().size();
            }
            return figures(hung.build().toArray(), without.build().toArray(), asked);
        }
    }

    private static double[] takeTurn(ThinkingCity city, boolean thinks) throws InterruptedException {
        long begin = city.tick();
        if (thinks) {
            city.letThink();
        } else {
            city.letBe();
        }
        city.awaitTick(begin + TICKS_NOT_COUNTED);
        city.ticks().take();
        city.answers().take();
        city.awaitTick(begin + TICKS_A_TURN);
        return city.ticks().take();
    }

    private static List<Figures> figures(double[] hung, double[] without, int asked) {
        var params = Map.<String, Object>of("residents", RESIDENTS);
        return List.of(
                Figures.of("minds.tick-hung", "ms", hung, params),
                Figures.of("minds.tick-without", "ms", without, params),
                Figures.of(
                        "minds.questions-a-hung-tick",
                        "questions",
                        new double[] {asked / (double) hung.length},
                        params));
    }
}
