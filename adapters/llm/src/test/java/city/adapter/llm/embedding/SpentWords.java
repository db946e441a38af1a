package city.adapter.llm.embedding;

import city.adapter.llm.ApiKey;
import city.adapter.llm.EmbedderSettings.Remote;
import city.adapter.llm.Embedders;
import city.adapter.llm.Price;
import city.adapter.llm.ProviderKind;
import city.adapter.llm.stub.StubProvider;
import city.adapter.llm.stub.WireFormat;
import city.agents.Budgets.Allowance;
import city.agents.MindReport;
import city.agents.application.minds.EmbedderBudgetModule;
import city.agents.spi.ModelReply;
import city.agents.spi.SpendBook;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/// An embedder with a budget before a stub, at a wall's time of the test's choice.
final class SpentWords implements AutoCloseable {
    static final Instant NOON = Instant.parse("2026-11-01T12:00:00Z");

    /// A millionth for each token.
    static final Price PRICE = new Price(1_000_000, 0);

    static final int DIMENSION = 8;

    final StubProvider stub;
    final List<ModelReply> heard = new CopyOnWriteArrayList<>();
    final CachedEmbedder embedder;
    volatile Instant now = NOON;
    private final EmbedderBudgetModule budget;

    SpentWords(WireFormat format, Allowance allowance, Duration timeout, int batch, int cached) {
        this.stub = StubProvider.start(format);
        var kind = format == WireFormat.OLLAMA ? ProviderKind.OLLAMA : ProviderKind.OPENAI_COMPATIBLE;
        var settings =
                new Remote(kind, stub.baseUrl(), ApiKey.none(), "stub-model", DIMENSION, PRICE, timeout, batch, cached);
        this.budget =
                EmbedderBudgetModule.open(Remote.PROVIDER, allowance, timeout, new Forgotten(), heard::add, () -> now);
        this.embedder = Embedders.of(settings, budget, System::nanoTime);
    }

    MindReport.Embedder report() {
        return budget.report(embedder.space());
    }

    @Override
    public void close() {
        embedder.close();
        stub.close();
    }

    private static final class Forgotten implements SpendBook {
        @Override
        public Optional<Entry> find() {
            return Optional.empty();
        }

        @Override
        public void replace(Entry entry) {}
    }
}
