package city.app.bench.minds;

import city.agents.AgentsCommand.SetMind;
import city.agents.MindKind;
import city.agents.MindSettings;
import city.app.Failure;
import city.app.bench.Towns;
import city.app.minds.MindsFile;
import city.app.wiring.DataFolder;
import city.app.wiring.Minds;
import city.app.wiring.Remembering;
import city.app.wiring.RunningCity;
import city.world.kernel.access.Submission;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/// A metropolis in this process with memories and minds that can be watched: what it does otherwise for the outside,
/// it does not here.
final class ThinkingCity implements AutoCloseable {
    private static final String MINDS = """
            deadline_ms: 500
            max_concurrent: 3000
            night: {enabled: false}
            providers:
              - name: stub
                kind: openai_compatible
                url: %s
                model: stub
                max_concurrent: 1000
                calls_per_minute: 1000000
                answer_timeout_ms: 6000
            """;

    /// A day, as fast as it can: the code is warm and the residents are where they are in the morning.
    private static final int WARM_UP_TICKS = 288;

    private static final Duration TO_REMEMBER = Duration.ofSeconds(1);

    private static final MindSettings ALWAYS = new MindSettings(MindKind.MODEL, 0, 3);

    private final DataFolder data;
    private final RunningCity city;
    private final Remembering memory;
    private final TimedMemories memories;
    private final Minds minds;
    private final Answers answers;
    private final Ticks ticks;

    private ThinkingCity(
            DataFolder data,
            RunningCity city,
            Remembering memory,
            TimedMemories memories,
            Minds minds,
            Answers answers,
            Ticks ticks) {
        this.data = data;
        this.city = city;
        this.memory = memory;
        this.memories = memories;
        this.minds = minds;
        this.answers = answers;
        this.ticks = ticks;
    }

    static ThinkingCity open(Path folder, int residents, String url) throws Exception {
        var file = Files.writeString(folder.resolve("minds.yml"), MINDS.formatted(url));
        var models = MindsFile.read(file, Map.of());
        var ticks = new Ticks();
        var answers = new Answers();
        var meters = new SimpleMeterRegistry();
        var settings = Towns.remembering(folder.resolve("city"), "metropolis", residents);
        var data = DataFolder.take(settings.data());
        var city = RunningCity.open(settings, data, ticks);
        var memory = Remembering.start(settings, city, data, meters);
        var memories = new TimedMemories(memory.memories().orElseThrow());
        var minds = Minds.open(models, city, Optional.of(memories), answers, meters);
        return new ThinkingCity(data, city, memory, memories, minds, answers, ticks);
    }

    /// Until the morning of the second day with all that happened remembered, and from then on a tick a second.
    void warmUp() throws InterruptedException {
        city.start();
        awaitTick(WARM_UP_TICKS);
        city.kernel().pace().speed(1);
        while (!memories.await(city.kernel().events().lastSequence(), TO_REMEMBER)) {
            requireAlive();
        }
    }

    /// From now on everybody asks whenever it decides.
    void letThink() {
        setMinds(ALWAYS);
    }

    /// From now on nobody asks.
    void letBe() {
        setMinds(MindSettings.ROUTINE);
    }

    void awaitTick(long tick) throws InterruptedException {
        while (tick() < tick) {
            requireAlive();
            Thread.sleep(5);
        }
    }

    long tick() {
        return city.kernel().snapshot().tick();
    }

    void await(int seconds) throws InterruptedException {
        Thread.sleep(seconds * 1_000L);
        requireAlive();
    }

    Answers answers() {
        return answers;
    }

    TimedMemories memories() {
        return memories;
    }

    Ticks ticks() {
        return ticks;
    }

    @Override
    public void close() {
        minds.close();
        memory.close();
        city.close();
        data.close();
    }

    private void requireAlive() {
        if (city.kernel().vitals().trouble().isPresent()) {
            throw Failure.doesNotHold("the city stands: " + city.kernel().vitals());
        }
    }

    private void setMinds(MindSettings settings) {
        var parts = city.parts();
        var all = parts.agents().residents(city.kernel().snapshot(), 0, Integer.MAX_VALUE);
        var set = all.stream()
                .map(it -> city.kernel()
                        .submit(new Submission<>(new SetMind(it.id(), settings), "bench", Optional.empty()))
                        .toCompletableFuture())
                .toList();
        set.forEach(it -> it.join());
    }
}
