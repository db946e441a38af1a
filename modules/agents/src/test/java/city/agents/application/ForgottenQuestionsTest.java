package city.agents.application;

import static org.assertj.core.api.Assertions.assertThat;

import city.agents.AgentsCommand.SetMind;
import city.agents.MindKind;
import city.agents.MindSettings;
import city.agents.Occasion;
import city.agents.Persona.Traits;
import city.agents.Thought;
import city.agents.application.minds.OutsideMindsModule;
import city.agents.spi.DecisionsPorts;
import city.agents.spi.OutsideLimits;
import city.agents.spi.ThoughtLog;
import city.world.ResidentId;
import java.lang.ref.WeakReference;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What a resident saw when its program said nothing is held for a late answer, and not for longer.
class ForgottenQuestionsTest {
    private static final int PATIENCE = 3;
    private static final int LONGEST_WAIT_MILLIS = 20_000;
    private static final Duration HELD_FOR = Duration.ofMinutes(5);

    private final Town town = Town.founded();
    private final TownKernel kernel = new TownKernel(town);
    private final Unread thoughts = new Unread();
    private final AtomicLong nanos = new AtomicLong();
    private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
    private OutsideMindsModule minds;

    @BeforeEach
    void begin() {
        minds = OutsideMindsModule.start(new DecisionsPorts(
                kernel,
                kernel::read,
                town.reads,
                town.agents.lives(),
                town.worldReads,
                town.economyReads,
                thoughts,
                new NoLimits(),
                executor,
                InstantSource.system(),
                nanos::get));
    }

    @AfterEach
    void end() {
        minds.close();
        executor.close();
    }

    @Test
    void whatNobodyAnsweredIsHeldForFiveMinutes() {
        var ann = town.spawn("Ann", Traits.LIKE_MOST, TownPlan.HOME, Optional.of(TownPlan.CLERK), 50_000);
        town.submit(new SetMind(ann, new MindSettings(MindKind.EXTERNAL, Occasion.MORNING.salience(), PATIENCE)));
        long begun = System.nanoTime();
        while (thoughts.kept.isEmpty() && System.nanoTime() - begun < LONGEST_WAIT_MILLIS * 1_000_000L) {
            kernel.runTick();
            kernel.rest();
        }
        assertThat(thoughts.kept).isNotEmpty();
        var silent = thoughts.kept.getFirst();

        nanos.addAndGet(HELD_FOR.toNanos());
        collect(() -> false, 5);
        assertThat(silent.get()).as("for a late answer").isNotNull();

        nanos.incrementAndGet();
        collect(() -> silent.get() == null, LONGEST_WAIT_MILLIS / 20);
        assertThat(silent.get()).as("later").isNull();
    }

    /// What nobody holds any more is gone after it.
    private void collect(BooleanSupplier holds, int times) {
        for (int i = 0; i < times && !holds.getAsBoolean(); i++) {
            System.gc();
            for (int rest = 0; rest < 20; rest++) {
                kernel.rest();
            }
        }
    }

    /// Holds nothing of what it is given.
    private static final class Unread implements ThoughtLog {
        private final List<WeakReference<Thought>> kept = new CopyOnWriteArrayList<>();

        @Override
        public void append(List<Thought> thoughts) {
            thoughts.forEach(it -> kept.add(new WeakReference<>(it)));
        }

        @Override
        public List<Thought> of(ResidentId resident, Position before, int limit) {
            return List.of();
        }

        @Override
        public List<Usage> usedSince(Instant moment) {
            return List.of();
        }

        @Override
        public int dropBefore(long tick, Instant moment) {
            return 0;
        }
    }

    private static final class NoLimits implements OutsideLimits {
        @Override
        public Optional<Duration> deadline() {
            return Optional.empty();
        }

        @Override
        public Optional<String> refuse(ResidentId resident) {
            return Optional.empty();
        }
    }
}
