package city.agents.domain.budget;

import static org.assertj.core.api.Assertions.assertThat;

import city.agents.Budgets;
import city.agents.Budgets.Allowance;
import city.agents.Budgets.Limit;
import city.agents.domain.budget.Books.Standing;
import city.agents.domain.budget.Reservation.Settlement;
import city.agents.domain.budget.Spend.Unit;
import city.agents.domain.budget.Verdict.Declined;
import city.agents.domain.budget.Verdict.Granted;
import city.world.ResidentId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

/// Two hundred callers at once, who retry, use less than they asked for, settle twice, or die.
class GovernorUnderLoadTest {
    private static final int CALLERS = 200;
    private static final int ROUNDS = 60;
    private static final int RESIDENTS = 20;
    private static final Instant MORNING = Instant.parse("2026-11-01T08:00:00Z");
    private static final Duration HOLD = Duration.ofSeconds(20);

    private static final Limit PER_MINUTE = new Limit(400, 60_000, 30_001);
    private static final Limit PER_DAY = new Limit(6_000, 900_000, 333_333);
    private static final Limit EACH_A_MINUTE = new Limit(50, 7_000, 3_001);
    private static final Limit PROVIDER = new Limit(300, 40_000, 20_011);

    private final Governor governor = new Governor(
            new Budgets(
                    new Allowance(PER_MINUTE, PER_DAY),
                    Map.of("a", new Allowance(PROVIDER, Limit.NONE)),
                    new Allowance(EACH_A_MINUTE, Limit.NONE)),
            HOLD,
            Books.empty(MORNING),
            MORNING);

    private final AtomicLong seconds = new AtomicLong();
    private final ConcurrentLinkedQueue<Spend> booked = new ConcurrentLinkedQueue<>();
    private final ConcurrentLinkedQueue<Spend> abandoned = new ConcurrentLinkedQueue<>();
    private final AtomicLong granted = new AtomicLong();
    private final AtomicLong declined = new AtomicLong();

    @RepeatedTest(5)
    void noInterleavingExceedsABudgetOrLosesAMillionth(RepetitionInfo run) throws InterruptedException {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var callers = new ArrayList<Future<?>>();
            for (int i = 0; i < CALLERS; i++) {
                var chance = new Random(run.getCurrentRepetition() * 1_000L + i);
                callers.add(threads.submit(() -> live(chance)));
            }
            callers.forEach(GovernorUnderLoadTest::join);
        }

        var end = now().plus(HOLD);
        var day = governor.standings(new Payer.City(), end).getLast();
        assertThat(day.reserved()).as("nothing stays set aside for ever").isEqualTo(Spend.NONE);
        assertThat(day.spent()).isEqualTo(sum(booked).plus(sum(abandoned)));
        assertThat(governor.expired()).isEqualTo(abandoned.size());
        assertThat(governor.overruns()).isZero();
        assertThat(granted.get()).isEqualTo(booked.size() + abandoned.size());
        assertThat(granted.get()).as("budgets were used").isGreaterThan(500);
        assertThat(declined.get()).as("and were tight").isGreaterThan(500);
    }

    private void live(Random chance) {
        for (int round = 0; round < ROUNDS; round++) {
            if (chance.nextInt(8) == 0) {
                seconds.incrementAndGet();
            }
            think(chance);
            check(governor.standings(now()));
            check(governor.standings(new Payer.Resident(resident(chance)), now()));
        }
    }

    private void think(Random chance) {
        var estimate = new Estimate(chance.nextInt(300), chance.nextInt(100), chance.nextInt(200));
        var provider = chance.nextInt(3) == 0 ? "a" : "b";
        switch (governor.reserve(resident(chance), provider, estimate, now())) {
            case Declined _ -> declined.incrementAndGet();
            case Granted(var reservation) -> {
                granted.incrementAndGet();
                Thread.yield();
                settle(reservation, estimate, chance);
            }
        }
    }

    private void settle(Reservation reservation, Estimate estimate, Random chance) {
        if (chance.nextInt(20) == 0) {
            abandoned.add(estimate.inFull());
            return;
        }
        var used = chance.nextInt(10) == 0 ? Spend.NONE : part(estimate, chance);
        if (governor.settle(reservation, used, now()) == Settlement.BOOKED) {
            booked.add(used);
        } else {
            abandoned.add(estimate.inFull());
        }
        assertThat(governor.settle(reservation, used, now())).isEqualTo(Settlement.OVER);
    }

    private static Spend part(Estimate estimate, Random chance) {
        return Spend.ofCall(
                chance.nextLong(estimate.inputTokens() + 1),
                chance.nextLong(estimate.maxOutputTokens() + 1),
                chance.nextLong(estimate.costMicros() + 1));
    }

    private static void check(List<Standing> standings) {
        for (var it : standings) {
            var all = it.spent().plus(it.reserved());
            for (var unit : Unit.values()) {
                assertThat(all.of(unit)).as("%s", it).isLessThanOrEqualTo(unit.of(it.limit()));
            }
        }
    }

    private Instant now() {
        return MORNING.plusSeconds(seconds.get());
    }

    private static ResidentId resident(Random chance) {
        return new ResidentId(new UUID(0, chance.nextInt(RESIDENTS)));
    }

    private static Spend sum(Iterable<Spend> all) {
        var sum = Spend.NONE;
        for (var one : all) {
            sum = sum.plus(one);
        }
        return sum;
    }

    private static void join(Future<?> caller) {
        try {
            caller.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            throw new AssertionError(e.getCause());
        }
    }
}
