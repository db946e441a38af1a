package city.app.wiring;

import city.adapter.llm.EmbedderSettings.MiniLm;
import city.adapter.llm.EmbedderSettings.Remote;
import city.adapter.llm.Embedders;
import city.adapter.metrics.EmbedderMeters;
import city.agents.Budgets.Allowance;
import city.agents.MindReport;
import city.agents.application.minds.EmbedderBudgetModule;
import city.app.minds.SpendFile;
import city.app.wiring.RunSettings.Memory;
import city.memory.application.MemoryModule;
import city.memory.spi.Embedder;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;

/// Who makes vectors of words, and what that costs.
///
/// @param cost   empty where no provider does
/// @param ending lets calls in flight fail
record Words(Embedder embedder, Supplier<Optional<MindReport.Embedder>> cost, Runnable ending)
        implements AutoCloseable {
    /// What was spent, in the data folder.
    private static final String SPEND = "embedder-spend";

    /// No provider need be there yet.
    static Words open(Memory memory, DataFolder folder, MeterRegistry meters) {
        if (memory.embedder().isEmpty()) {
            return free(MemoryModule.embedder(), () -> {});
        }
        return switch (memory.embedder().get()) {
            case MiniLm miniLm -> {
                var embedder = Embedders.of(miniLm);
                yield free(embedder, embedder::close);
            }
            case Remote remote -> paid(remote, memory.budget(), folder, meters);
        };
    }

    @Override
    public void close() {
        ending.run();
    }

    private static Words free(Embedder embedder, Runnable ending) {
        return new Words(embedder, Optional::empty, ending);
    }

    private static Words paid(Remote settings, Allowance allowance, DataFolder folder, MeterRegistry meters) {
        var counted = new EmbedderMeters(meters);
        var budget = EmbedderBudgetModule.open(
                Remote.PROVIDER,
                allowance,
                settings.timeout(),
                SpendFile.of(folder.resolve(SPEND)),
                counted::called,
                InstantSource.system());
        var embedder = Embedders.of(settings, budget, System::nanoTime);
        counted.show(() -> budget.report(settings.space()));
        return new Words(embedder, () -> Optional.of(budget.report(settings.space())), embedder::close);
    }
}
