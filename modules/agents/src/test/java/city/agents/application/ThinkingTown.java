package city.agents.application;

import static org.assertj.core.api.Assertions.assertThat;

import city.agents.AgentsCommand.SetMind;
import city.agents.Budgets;
import city.agents.MindKind;
import city.agents.MindReport.Models;
import city.agents.MindSettings;
import city.agents.Thought;
import city.agents.application.minds.MindsModule;
import city.agents.domain.night.NightAnswer;
import city.agents.spi.EarlierReplies;
import city.agents.spi.LanguageModel;
import city.agents.spi.MindsPorts;
import city.agents.spi.MindsSettings;
import city.agents.spi.MindsSettings.Night;
import city.agents.spi.MindsSettings.Remember;
import city.agents.spi.ModelReply;
import city.agents.spi.ModelRequest;
import city.agents.spi.ModelTier;
import city.agents.spi.ModelUsage;
import city.agents.spi.NightGrammar;
import city.agents.spi.ProviderBudget;
import city.agents.spi.ProviderBudget.Permit;
import city.agents.testing.RememberedThoughts;
import city.agents.testing.SilentProbe;
import city.memory.Memories;
import city.memory.Memory;
import city.memory.RecallQuery;
import city.memory.Recollection;
import city.world.ResidentId;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.function.Supplier;

/// A town whose residents think with a model that says what the test wants. Time goes on only when nobody waits.
final class ThinkingTown implements AutoCloseable {
    static final Duration DEADLINE = Duration.ofSeconds(20);
    static final int PATIENCE = 12;
    private static final int FOLLOWER_AND_DIARY = 2;
    static final ModelUsage PRICE = ModelUsage.ofCall(10, 5, 1);

    final Town town = Town.founded();
    final List<ModelRequest> calls = new CopyOnWriteArrayList<>();
    final RememberedThoughts thoughts = new RememberedThoughts();
    volatile Function<ModelRequest, String> says = _ -> "rest";

    /// What the provider replies; what the model says, unless the test wants a failure.
    volatile Function<ModelRequest, ModelReply> replies = this::answer;

    /// What everybody remembers.
    final List<Memory> memories = new CopyOnWriteArrayList<>();

    /// What everybody has in mind still.
    volatile List<Memory> recent = List.of();

    /// What comes to anybody's mind.
    volatile Supplier<List<Recollection>> recollections = List::of;

    /// What a model says at night, given what it was told.
    volatile Function<String, NightAnswer> dreams = _ -> new NightAnswer(List.of(), List.of(), List.of());

    /// How long whoever is to think waits for a processor.
    volatile Duration waiting = Duration.ZERO;

    /// What the city has of the one from which it was forked, at its next start.
    EarlierReplies earlier = EarlierReplies.NONE;

    final TownKernel kernel = new TownKernel(town);
    private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
    private final AtomicInteger working = new AtomicInteger();
    private final AtomicInteger recalling = new AtomicInteger();
    private final AtomicLong nanosSkipped = new AtomicLong();
    private final MindsSettings settings;
    private MindsModule minds;

    /// Where nobody looks back at night.
    ThinkingTown(Remember remember) {
        this(remember, new Night(false, 0, DEADLINE, 2_500, 900, 30), Budgets.NONE);
    }

    ThinkingTown(Remember remember, Night night, Budgets budgets) {
        this(new MindsSettings(DEADLINE, 4, 1_200, 200, 0, remember, night, budgets));
    }

    ThinkingTown(MindsSettings settings) {
        this.settings = settings;
        this.minds = MindsModule.start(ports(), settings);
    }

    /// As a process that begins again over the same record.
    void startAgain() {
        minds.close();
        minds = MindsModule.start(ports(), settings);
    }

    /// Lets somebody think whenever an occasion is worth it.
    void think(ResidentId resident, int threshold) {
        town.submit(new SetMind(resident, new MindSettings(MindKind.MODEL, threshold, PATIENCE)));
    }

    void runTo(int day, int hour, int minute) {
        long end = (day * 1440L + hour * 60 + minute) / 5;
        while (town.tick() < end) {
            kernel.runTick();
            kernel.awaitQuiet(() -> working.get() - recalling.get() == FOLLOWER_AND_DIARY);
        }
    }

    /// A resident's thoughts, the oldest first.
    List<Thought> thoughtsOf(ResidentId resident, int count) {
        var found = thoughts.all();
        for (int i = 0; i < DEADLINE.toMillis() && found.size() < count; i++) {
            kernel.rest();
            found = thoughts.all();
        }
        assertThat(found).hasSizeGreaterThanOrEqualTo(count);
        return found.stream().filter(it -> it.resident().equals(resident)).toList();
    }

    Models report() {
        return minds.report();
    }

    @Override
    public void close() {
        minds.close();
        executor.shutdownNow();
    }

    /// At night it says what it was told, for {@link NightWords} to make something of.
    private String words(ModelRequest request) {
        return request.tier() == ModelTier.DEEP ? request.input() : says.apply(request);
    }

    private ModelReply answer(ModelRequest request) {
        return new ModelReply.Answer(words(request), "stub", "tiny", PRICE, Duration.ofMillis(1));
    }

    private void execute(Runnable task) {
        working.incrementAndGet();
        executor.execute(() -> {
            try {
                nanosSkipped.addAndGet(waiting.toNanos());
                task.run();
            } finally {
                working.decrementAndGet();
            }
        });
    }

    private MindsPorts ports() {
        var model = new LanguageModel() {
            @Override
            public ModelReply ask(ModelRequest request, ProviderBudget budget) {
                return switch (budget.reserve("stub", PRICE)) {
                    case Permit.Declined(var why, var _) -> new ModelReply.Full("stub", "tiny", why, ModelUsage.NONE);
                    case Permit.Granted(var settle) -> {
                        calls.add(request);
                        var reply = replies.apply(request);
                        settle.accept(reply);
                        yield reply;
                    }
                };
            }
        };
        return new MindsPorts(
                kernel,
                kernel::read,
                town.reads,
                town.agents.lives(),
                town.worldReads,
                town.economyReads,
                town.socialModule.reads(),
                Optional.of(new Remembered()),
                model,
                new WordGrammar(),
                new NightWords(),
                thoughts,
                earlier,
                new SilentProbe(),
                this::execute,
                InstantSource.system(),
                () -> System.nanoTime() + nanosSkipped.get());
    }

    private final class NightWords implements NightGrammar {
        @Override
        public String schema() {
            return "{}";
        }

        @Override
        public Reading read(String answer) {
            return new Reading.Understood(dreams.apply(answer));
        }
    }

    private final class Remembered implements Memories {
        @Override
        public List<Recollection> recall(RecallQuery query, Optional<Memory.Kind> kind) {
            recalling.incrementAndGet();
            try {
                return recollections.get();
            } finally {
                recalling.decrementAndGet();
            }
        }

        @Override
        public List<Memory> recent(ResidentId resident, long tick) {
            return recent;
        }

        @Override
        public List<Memory> list(Listing listing) {
            return memories.stream()
                    .filter(it -> it.resident().equals(listing.resident()))
                    .toList();
        }

        @Override
        public int count(ResidentId resident) {
            return memories.size();
        }

        @Override
        public boolean await(long sequence, Duration atMost) {
            return true;
        }
    }
}
