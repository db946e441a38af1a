package city.app.bench.minds;

import city.agents.AgentsEvent.MindSettled.Outcome;
import city.app.bench.Benchmark;
import city.app.bench.Figures;
import city.app.bench.TemporaryFolder;
import city.app.bench.minds.Answers.Answer;
import city.app.bench.minds.Answers.Own;
import city.app.bench.minds.TimedMemories.Recall;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

/// A city at one tick a second in which every resident asks a model whenever it decides, beside the same city before.
/// The model is a stub of 200 ms in a process of its own.
///
/// @param residents 10,000, or what the system property `city.minds.residents` says, for a look at a smaller machine
public record MindsBenchmark(int residents) implements Benchmark {
    private static final int MANY = 10_000;
    private static final String RESIDENTS = "city.minds.residents";
    private static final int SECONDS = 60;
    private static final int SETTLE_SECONDS = 30;
    private static final double DEADLINE_MILLIS = 500;

    /// Who rests for so many minutes asks every tenth second.
    private static final int USUAL_REST = 50;

    private static final int STEP_MINUTES = 5;

    /// Rests ever shorter, until decisions come late.
    private static final int[] SHORTER_RESTS = {35, 25, 20, 15, 10};

    private static final int SHORTER_SECONDS = 20;

    /// Of the decisions, so many must be in time.
    private static final double IN_TIME = 0.999;

    private static final int BARE_SECONDS = 20;

    public static MindsBenchmark asConfigured() {
        return new MindsBenchmark(Integer.getInteger(RESIDENTS, MANY));
    }

    @Override
    public String name() {
        return "minds-" + MANY;
    }

    @Override
    public String about() {
        return "every decision of %d residents by a stub model of 200 ms, 1 tick/s, beside a bare client; takes 10 minutes"
                .formatted(residents);
    }

    @Override
    public List<Figures> run() throws Exception {
        return run(new PrintWriter(System.err, true));
    }

    @Override
    public List<Figures> run(PrintWriter out) throws Exception {
        try (var folder = new TemporaryFolder();
                var stub = StubProcess.start();
                var city = ThinkingCity.open(folder.path(), residents, stub.url())) {
            city.warmUp();
            var figures = new ArrayList<Figures>();
            var without = watch(city);
            stub.rest(USUAL_REST);
            city.letThink();
            figures.add(cold(watch(city), out));
            city.await(SETTLE_SECONDS);
            var with = watch(city);
            out.println(line(with, SECONDS));
            figures.addAll(usual(with, without));
            figures.addAll(burst(city, stub));
            figures.addAll(shorter(city, stub, with, out));
            figures.addAll(bare(city, stub, with));
            return figures;
        }
    }

    /// What a while of the city showed.
    ///
    /// @param clientSeconds processor time of what asks, {@link ThreadTimes#clientSeconds}
    /// @param allSeconds    of the whole process
    private record Watched(
            List<Answer> answers, List<Recall> recalls, double[] ticks, double clientSeconds, double allSeconds) {
        double[] millis() {
            return answers.stream().mapToDouble(Answer::millis).toArray();
        }

        /// Of replies in time.
        double[] added() {
            return answers.stream()
                    .filter(it -> it.outcome() == Outcome.FOLLOWED && it.millis() <= DEADLINE_MILLIS)
                    .mapToDouble(Answer::added)
                    .toArray();
        }

        /// Of a prompt, in the mean.
        double bytes() {
            return answers.stream()
                    .flatMap(it -> it.model().stream())
                    .mapToInt(Own::bytes)
                    .average()
                    .orElse(Double.NaN);
        }

        /// Of a recall, in the mean; also of those for which nobody waited any more.
        double memories() {
            return recalls.stream().mapToInt(Recall::given).average().orElse(0);
        }

        double shareWithin(double most) {
            return Arrays.stream(millis()).filter(it -> it <= most).count() / (double) answers.size();
        }

        double shareOf(Outcome outcome) {
            return answers.stream().filter(it -> it.outcome() == outcome).count() / (double) answers.size();
        }
    }

    private static Watched watch(ThinkingCity city) throws InterruptedException {
        return watch(city, SECONDS);
    }

    private static Watched watch(ThinkingCity city, int seconds) throws InterruptedException {
        city.answers().take();
        city.memories().take();
        city.ticks().take();
        double client = ThreadTimes.clientSeconds();
        double all = ThreadTimes.allSeconds();
        city.await(seconds);
        return new Watched(
                city.answers().take(),
                city.memories().take(),
                city.ticks().take(),
                ThreadTimes.clientSeconds() - client,
                ThreadTimes.allSeconds() - all);
    }

    /// The first minute, in code that was never run before.
    private Figures cold(Watched first, PrintWriter out) {
        out.println(line(first, SECONDS));
        return one("minds.cold-within-500-ms", "%", 100 * first.shareWithin(DEADLINE_MILLIS));
    }

    private List<Figures> usual(Watched with, Watched without) {
        int decisions = with.answers().size();
        return List.of(
                samples("minds.added", "ms", with.added()),
                samples("minds.decision", "ms", with.millis()),
                samples(
                        "minds.recall",
                        "ms",
                        with.recalls().stream().mapToDouble(Recall::millis).toArray()),
                one("minds.recalled", "memories", with.memories()),
                one("minds.rate", "1/s", decisions / (double) SECONDS),
                one("minds.followed", "%", 100 * with.shareOf(Outcome.FOLLOWED)),
                one("minds.within-500-ms", "%", 100 * with.shareWithin(DEADLINE_MILLIS)),
                one("minds.within-1-s", "%", 100 * with.shareWithin(2 * DEADLINE_MILLIS)),
                one("minds.cpu-client", "us", 1e6 * (with.clientSeconds() - without.clientSeconds()) / decisions),
                one("minds.cpu-all", "us", 1e6 * (with.allSeconds() - without.allSeconds()) / decisions),
                samples("minds.tick-with", "ms", with.ticks()));
    }

    /// All rest until the same tick, and wake together.
    private List<Figures> burst(ThinkingCity city, StubProcess stub) throws Exception {
        long together = city.tick() + 2 * USUAL_REST / STEP_MINUTES;
        for (long tick = city.tick(); tick < together; tick++) {
            city.awaitTick(tick);
            stub.rest((int) (together - tick) * STEP_MINUTES);
        }
        stub.rest(USUAL_REST);
        var burst = watch(city, 3);
        return List.of(
                one("minds.burst", "decisions", burst.answers().size()),
                samples("minds.burst-decision", "ms", burst.millis()),
                one("minds.burst-followed", "%", 100 * burst.shareOf(Outcome.FOLLOWED)),
                one("minds.burst-within-500-ms", "%", 100 * burst.shareWithin(DEADLINE_MILLIS)),
                one("minds.burst-within-1-s", "%", 100 * burst.shareWithin(2 * DEADLINE_MILLIS)));
    }

    /// What the client alone adds, beside a city whose minds are at rest: once to warm up, and once that counts.
    private List<Figures> bare(ThinkingCity city, StubProcess stub, Watched with) throws Exception {
        city.letBe();
        city.await(SETTLE_SECONDS);
        int bytes = (int) with.bytes();
        int rate = residents * STEP_MINUTES / USUAL_REST;
        BareClient.added(stub.url(), bytes, rate, BARE_SECONDS);
        return List.of(
                one("minds.prompt", "bytes", bytes),
                samples("minds.added-bare", "ms", BareClient.added(stub.url(), bytes, rate, BARE_SECONDS)));
    }

    /// @return the highest rate at which the decisions were in time, that of the usual minute among them
    private List<Figures> shorter(ThinkingCity city, StubProcess stub, Watched usual, PrintWriter out)
            throws Exception {
        double highest =
                usual.shareWithin(DEADLINE_MILLIS) >= IN_TIME ? usual.answers().size() / (double) SECONDS : 0;
        for (int rest : SHORTER_RESTS) {
            stub.rest(rest);
            city.await(SETTLE_SECONDS);
            var watched = watch(city, SHORTER_SECONDS);
            double rate = watched.answers().size() / (double) SHORTER_SECONDS;
            out.println(line(watched, SHORTER_SECONDS));
            highest = watched.shareWithin(DEADLINE_MILLIS) >= IN_TIME ? Math.max(highest, rate) : highest;
        }
        return List.of(one("minds.highest-rate-in-time", "1/s", highest));
    }

    private String line(Watched watched, int seconds) {
        var added = samples("", "", watched.added());
        return String.format(
                Locale.ROOT,
                "%.0f decisions/s: %.2f %% within 500 ms, %.1f %% by the model, added p50 %.1f p95 %.1f ms, %.0f us of the client",
                watched.answers().size() / (double) seconds,
                100 * watched.shareWithin(DEADLINE_MILLIS),
                100 * watched.shareOf(Outcome.FOLLOWED),
                added.quantile(0.5),
                added.quantile(0.95),
                1e6 * watched.clientSeconds() / watched.answers().size());
    }

    private Figures samples(String name, String unit, double[] samples) {
        return Figures.of(
                name,
                unit,
                samples.length == 0 ? IntStream.of(-1).asDoubleStream().toArray() : samples,
                Map.of("residents", residents));
    }

    private Figures one(String name, String unit, double value) {
        return samples(name, unit, new double[] {value});
    }
}
