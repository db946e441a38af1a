package city.app.wiring;

import city.adapter.codec.grammar.JsonActionGrammar;
import city.adapter.codec.grammar.JsonNightGrammar;
import city.adapter.llm.LlmAdapter;
import city.agents.MindReport.Models;
import city.agents.application.minds.MindsModule;
import city.agents.spi.MindProbe;
import city.agents.spi.MindsPorts;
import city.agents.spi.OutsideLimits;
import city.app.minds.MindsFile;
import city.memory.Memories;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.random.RandomGenerator;

/// The models that think for residents of a running city.
public final class Minds implements AutoCloseable {
    private static final double MICROS = 1e6;

    private final Opened opened;
    private final MindsModule module;

    private Minds(Opened opened, MindsModule module) {
        this.opened = opened;
        this.module = module;
    }

    /// Asks from now on. No provider need be there yet.
    public static Minds open(
            MindsFile.Models models,
            RunningCity city,
            Optional<Memories> memories,
            MindProbe probe,
            MeterRegistry meters) {
        var opened = new Opened();
        try {
            var module = start(opened, models, city, memories, probe);
            bind(meters, module);
            return new Minds(opened, module);
        } catch (RuntimeException e) {
            opened.close();
            throw e;
        }
    }

    /// What they cost, and how they keep up.
    Models report() {
        return module.report();
    }

    /// What programs that speak for residents are held to as well.
    OutsideLimits outsideLimits() {
        return module.outsideLimits();
    }

    /// First nothing more is asked, then what is being asked is broken off.
    @Override
    public void close() {
        opened.close();
    }

    private static MindsModule start(
            Opened opened, MindsFile.Models models, RunningCity city, Optional<Memories> memories, MindProbe probe) {
        ExecutorService executor = opened.keep(Executors.newVirtualThreadPerTaskExecutor());
        RandomGenerator chance = () -> ThreadLocalRandom.current().nextLong();
        var parts = city.parts();
        var ports = new MindsPorts(
                city.kernel(),
                CityParts::read,
                parts.agents(),
                parts.lives(),
                parts.world(),
                parts.economy(),
                parts.social(),
                memories,
                opened.keep(LlmAdapter.open(models.llm(), chance, System::nanoTime)),
                new JsonActionGrammar(),
                new JsonNightGrammar(),
                city.postgres().thoughts(),
                city.postgres().earlierReplies(CityParts::readReply),
                probe,
                executor,
                InstantSource.system(),
                System::nanoTime);
        return opened.keep(MindsModule.start(ports, models.minds()));
    }

    private static void bind(MeterRegistry meters, MindsModule module) {
        Gauge.builder("city.llm.cost.today", module, it -> it.report().today().costMicros() / MICROS)
                .description("What models cost today (UTC), in the unit of the prices.")
                .register(meters);
        Gauge.builder(
                        "city.llm.cost.forecast",
                        module,
                        it -> it.report().forecast().costMicros() / MICROS)
                .description("The same at the end of the day, if it goes on as in the last hour.")
                .register(meters);
        Gauge.builder("city.mind.precedents", module, it -> it.report().precedents())
                .description("Decisions of models that stand for situations of the same kind.")
                .register(meters);
        Gauge.builder("city.mind.turns", module, it -> it.report().turns())
                .description("Questions that may be under way, as many as this machine brings to an end in time.")
                .register(meters);
        Gauge.builder("city.mind.thoughts.lost", module, it -> it.report().lostThoughts())
                .description("Thoughts that could not be written down; the decisions themselves are in the journal.")
                .register(meters);
    }
}
