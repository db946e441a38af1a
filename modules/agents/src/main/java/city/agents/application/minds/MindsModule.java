package city.agents.application.minds;

import city.agents.Budgets.Limit;
import city.agents.MindReport.Models;
import city.agents.MindReport.Used;
import city.agents.domain.budget.Books;
import city.agents.domain.budget.Books.Charge;
import city.agents.domain.budget.Governor;
import city.agents.domain.budget.Spend;
import city.agents.domain.precedent.Precedents;
import city.agents.spi.MindsPorts;
import city.agents.spi.MindsSettings;
import city.agents.spi.MindsSettings.Remember;
import city.agents.spi.OutsideLimits;
import city.world.kernel.CityClock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Models that think for residents, put together. Ends with {@link #close}; whoever is being asked about by then gets
/// no answer, and goes on by routine.
public final class MindsModule implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(MindsModule.class);

    /// A call may end so much after its deadline before it counts as lost.
    private static final Duration GRACE = Duration.ofSeconds(30);

    private static final int MINUTES_PER_DAY = 1440;

    private final Questions questions;
    private final Thinker thinker;
    private final Diary diary;
    private final Precedents precedents;
    private final Governor governor;
    private final OutsideLimits outside;
    private final Limit perDay;
    private final InstantSource wall;

    private MindsModule(
            Questions questions,
            Thinker thinker,
            Diary diary,
            Precedents precedents,
            Governor governor,
            OutsideLimits outside,
            Limit perDay,
            InstantSource wall) {
        this.questions = questions;
        this.thinker = thinker;
        this.diary = diary;
        this.precedents = precedents;
        this.governor = governor;
        this.outside = outside;
        this.perDay = perDay;
        this.wall = wall;
    }

    /// Two of the executor's threads work for as long as this is open. What was used today counts, also before a
    /// restart.
    public static MindsModule start(MindsPorts ports, MindsSettings settings) {
        var diary = new Diary(
                ports.thoughts(), ports.wall(), ports.kernel().genesis().clock());
        var governor = governor(ports, settings);
        var shortages = new Shortages(LOG::warn);
        var asking = new Asking(ports.model(), governor, shortages, ports.probe(), ports.wall());
        var outside = new OutsideBudget(governor, shortages, settings.deadline(), ports.wall());
        var precedents = precedents(ports.kernel().genesis().clock(), settings.remember());
        var guide = new Guide(ports.world(), ports.economy());
        var scenes = Scenes.of(ports, guide, settings);
        var thinker = new Thinker(ports, settings, asking, precedents, scenes, diary);
        Optional<Dreamer> dreamer =
                settings.night().enabled() && ports.memories().isPresent()
                        ? Optional.of(new Dreamer(ports, settings, asking, scenes, guide, diary))
                        : Optional.empty();
        var questions = new Questions(ports, thinker, dreamer, settings.deadline());
        ports.executor().execute(questions::follow);
        ports.executor().execute(diary::write);
        var perDay = settings.budgets().city().perDay();
        return new MindsModule(questions, thinker, diary, precedents, governor, outside, perDay, ports.wall());
    }

    /// What this costs, and how it keeps up. Safe from any thread.
    public Models report() {
        var forecast = governor.forecast(wall.instant());
        return new Models(
                used(forecast.soFar()),
                used(forecast.byLastHour()),
                perDay,
                precedents.count(),
                thinker.turns(),
                diary.lost());
    }

    /// What programs that speak for residents are held to as well, out of the same budgets.
    public OutsideLimits outsideLimits() {
        return outside;
    }

    @Override
    public void close() {
        questions.stop();
        diary.stop();
    }

    private static Precedents precedents(CityClock clock, Remember remember) {
        long ticks = clock.ticksFor(remember.days() * MINUTES_PER_DAY);
        return new Precedents(remember.days() == 0 ? 0 : ticks, remember.perResident(), remember.inAll());
    }

    private static Governor governor(MindsPorts ports, MindsSettings settings) {
        var now = ports.wall().instant();
        var nights = settings.night().deadline();
        var longest = settings.deadline().compareTo(nights) < 0 ? nights : settings.deadline();
        var hold = longest.plus(GRACE);
        var minute = charges(ports, now.truncatedTo(ChronoUnit.MINUTES));
        var day = charges(ports, now.truncatedTo(ChronoUnit.DAYS));
        return new Governor(settings.budgets(), hold, Books.of(now, minute, day), now);
    }

    private static Used used(Spend spend) {
        return new Used(spend.calls(), spend.tokens(), spend.costMicros());
    }

    private static List<Charge> charges(MindsPorts ports, Instant since) {
        return ports.thoughts().usedSince(since).stream()
                .map(it -> new Charge(it.resident(), it.provider(), Purse.spend(it.used())))
                .toList();
    }
}
