package city.agents.application.minds;

import city.agents.Budgets;
import city.agents.Budgets.Allowance;
import city.agents.Budgets.Limit;
import city.agents.MindReport.Embedder;
import city.agents.MindReport.Used;
import city.agents.domain.budget.Books;
import city.agents.domain.budget.Books.Page;
import city.agents.domain.budget.Books.Standing;
import city.agents.domain.budget.Estimate;
import city.agents.domain.budget.Governor;
import city.agents.domain.budget.Payer;
import city.agents.domain.budget.Reservation;
import city.agents.domain.budget.Spend;
import city.agents.domain.budget.Spend.Unit;
import city.agents.domain.budget.Verdict.Declined;
import city.agents.domain.budget.Verdict.Granted;
import city.agents.spi.ModelReply;
import city.agents.spi.ModelUsage;
import city.agents.spi.ProviderBudget;
import city.agents.spi.SpendBook;
import city.agents.spi.SpendBook.Entry;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What a provider may cost that makes vectors of words, put together. It has a budget of its own and pays nothing of
/// those of thinking, so that neither can starve the other.
///
/// Before each call the most that it can use is set aside and written down; after it what it used. So a process that
/// is killed has spent, for the next one, what was under way. Safe from any thread.
public final class EmbedderBudgetModule implements ProviderBudget {
    private static final Logger LOG = LoggerFactory.getLogger(EmbedderBudgetModule.class);

    /// A call may end so much after its timeout before it counts as lost.
    private static final Duration GRACE = Duration.ofSeconds(30);

    /// Until somebody may have mended what does not let spending be written down.
    private static final Duration MENDED_AFTER = Duration.ofSeconds(10);

    private final Payer payer;
    private final Limit perDay;
    private final Governor governor;
    private final Shortages shortages;
    private final SpendBook book;
    private final Consumer<ModelReply> heard;
    private final InstantSource wall;

    private EmbedderBudgetModule(
            String provider,
            Allowance allowance,
            Duration timeout,
            SpendBook book,
            Consumer<ModelReply> heard,
            InstantSource wall) {
        this.payer = new Payer.Provider(provider);
        this.perDay = allowance.perDay();
        this.book = book;
        this.heard = heard;
        this.wall = wall;
        this.shortages = new Shortages(it -> LOG.warn("vectors of words: {}", it));
        var now = wall.instant();
        var budgets = new Budgets(Allowance.NONE, Map.of(provider, allowance), Allowance.NONE);
        var before = book.find().map(it -> books(it, now)).orElseGet(() -> Books.empty(now));
        this.governor = new Governor(budgets, timeout.plus(GRACE), before, now);
    }

    /// What was used today counts, also before a restart.
    ///
    /// @param provider by which name it is asked, and spoken of in the log
    /// @param timeout  for one call
    /// @param heard    of each call that was made, with what was booked for it; quick
    public static EmbedderBudgetModule open(
            String provider,
            Allowance allowance,
            Duration timeout,
            SpendBook book,
            Consumer<ModelReply> heard,
            InstantSource wall) {
        return new EmbedderBudgetModule(provider, allowance, timeout, book, heard, wall);
    }

    /// What cannot be written down is not spent.
    @Override
    public synchronized Permit reserve(String provider, ModelUsage most) {
        var now = wall.instant();
        var estimate = new Estimate(most.inputTokens(), most.outputTokens(), most.costMicros());
        return switch (governor.reserve(provider, estimate, now)) {
            case Granted(var reservation) -> {
                shortages.granted(provider, now);
                yield written(reservation, now);
            }
            case Declined declined -> {
                shortages.declined(declined);
                yield new Permit.Declined(declined.words(), declined.left(now));
            }
        };
    }

    /// What this costs. Safe from any thread.
    ///
    /// @param space of the vectors, which names who makes them
    public Embedder report(String space) {
        var now = wall.instant();
        var forecast = governor.forecast(now);
        return new Embedder(
                space,
                used(forecast.soFar()),
                used(forecast.byLastHour()),
                perDay,
                left(governor.standings(payer, now)));
    }

    private Permit written(Reservation reservation, Instant now) {
        try {
            write(now);
            return new Permit.Granted(reply -> settle(reservation, reply));
        } catch (UncheckedIOException full) {
            governor.release(reservation, now);
            return new Permit.Declined("what it costs cannot be written down: " + full, Optional.of(MENDED_AFTER));
        }
    }

    private synchronized void settle(Reservation reservation, ModelReply reply) {
        var now = wall.instant();
        governor.settle(reservation, Purse.spend(reply.usage()), now);
        if (!(reply instanceof ModelReply.Full)) {
            heard.accept(reply);
        }
        try {
            write(now);
        } catch (UncheckedIOException full) {
            LOG.debug("a call counts in full for the next process", full);
        }
    }

    private void write(Instant now) {
        var books = governor.books(now);
        books.pages().stream()
                .filter(it -> it.payer().equals(payer))
                .forEach(it -> book.replace(new Entry(books.asOf(), used(it.minute()), used(it.day()))));
    }

    /// What was spent by a clock that was ahead is of now: else its minute would not end before that clock's.
    private Books books(Entry entry, Instant now) {
        var minute = spend(entry.minute());
        var day = spend(entry.day());
        var asOf = entry.asOf().isAfter(now) ? now : entry.asOf();
        return new Books(asOf, List.of(new Page(new Payer.City(), minute, day), new Page(payer, minute, day)));
    }

    private static Limit left(List<Standing> standings) {
        return new Limit(left(standings, Unit.CALLS), left(standings, Unit.TOKENS), left(standings, Unit.MONEY));
    }

    private static long left(List<Standing> standings, Unit unit) {
        return standings.stream().mapToLong(it -> it.left(unit)).min().orElse(Limit.UNLIMITED);
    }

    private static Used used(Spend spend) {
        return new Used(spend.calls(), spend.tokens(), spend.costMicros());
    }

    private static Spend spend(Used used) {
        return new Spend(used.calls(), used.tokens(), used.costMicros());
    }
}
