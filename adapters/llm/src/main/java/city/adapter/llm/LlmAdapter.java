package city.adapter.llm;

import city.adapter.llm.provider.Deadline;
import city.adapter.llm.provider.Outcome;
import city.adapter.llm.provider.Provider;
import city.adapter.llm.provider.Schemas;
import city.adapter.llm.provider.Transport;
import city.agents.spi.LanguageModel;
import city.agents.spi.ModelReply;
import city.agents.spi.ModelRequest;
import city.agents.spi.ProviderBudget;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;

/// All configured models as one: asks providers in order until one has answered or the time is over. A provider that
/// fails in passing is asked once more first, but only one in each question. It starts no thread but those of one HTTP
/// client, and needs no provider to be there yet.
public final class LlmAdapter implements LanguageModel, AutoCloseable {
    /// With less time left, no model answers.
    private static final Duration LEAST_FOR_A_TRY = Duration.ofMillis(100);

    private static final Duration LEAST_PAUSE = Duration.ofMillis(50);

    /// Spread, so that the many calls that one hiccup broke do not return at the same moment.
    private static final Duration PAUSE_SPREAD = Duration.ofMillis(100);

    private final Map<String, Provider> providers;
    private final Router router;
    private final Transport transport;
    private final RandomGenerator chance;
    private final LongSupplier nanoTime;

    private LlmAdapter(
            Map<String, Provider> providers,
            Router router,
            Transport transport,
            RandomGenerator chance,
            LongSupplier nanoTime) {
        this.providers = providers;
        this.router = router;
        this.transport = transport;
        this.chance = chance;
        this.nanoTime = nanoTime;
    }

    /// @param chance   draws routes and pauses; must be safe from any thread
    /// @param nanoTime the machine's steady clock, as [System#nanoTime] reads it
    public static LlmAdapter open(LlmSettings settings, RandomGenerator chance, LongSupplier nanoTime) {
        var transport = Transport.open(settings.connectTimeout());
        var schemas = new Schemas();
        var providers = new HashMap<String, Provider>();
        settings.providers().forEach(it -> providers.put(it.name(), Provider.open(it, transport, schemas, nanoTime)));
        var router = new Router(settings.routes(), chance);
        return new LlmAdapter(Map.copyOf(providers), router, transport, chance, nanoTime);
    }

    @Override
    public ModelReply ask(ModelRequest request, ProviderBudget budget) {
        var deadline = Deadline.in(request.within(), nanoTime);
        var waiting = new ArrayDeque<>(router.order(request.tier()));
        var provider = provider(waiting.pop());
        var outcome = provider.ask(request, budget, deadline);
        var mayAskAgain = true;
        while (outcome.next() != Outcome.Next.DONE) {
            if (outcome.next() == Outcome.Next.AGAIN && mayAskAgain && pause(deadline)) {
                mayAskAgain = false;
            } else if (!waiting.isEmpty() && deadline.leaves(LEAST_FOR_A_TRY)) {
                provider = provider(waiting.pop());
            } else {
                return outcome.reply();
            }
            outcome = provider.ask(request, budget, deadline);
        }
        return outcome.reply();
    }

    /// Calls in flight fail.
    @Override
    public void close() {
        transport.close();
    }

    private Provider provider(String name) {
        return Objects.requireNonNull(providers.get(name), name);
    }

    /// @return whether there is time for another try after it; if not, it did not pause
    private boolean pause(Deadline deadline) {
        var pause = LEAST_PAUSE.plusNanos((long) (PAUSE_SPREAD.toNanos() * chance.nextDouble()));
        if (!deadline.leaves(pause.plus(LEAST_FOR_A_TRY))) {
            return false;
        }
        try {
            Thread.sleep(pause);
            return true;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
