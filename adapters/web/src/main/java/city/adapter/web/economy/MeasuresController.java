package city.adapter.web.economy;

import city.adapter.web.docs.AtTick;
import city.adapter.web.docs.Reads;
import city.adapter.web.economy.MeasuresView.Leaderboard;
import city.adapter.web.economy.MeasuresView.Metrics;
import city.adapter.web.input.Ids;
import city.adapter.web.input.Page;
import city.adapter.web.problem.Refused;
import city.adapter.web.traffic.Moment;
import city.agents.AgentsReads;
import city.economy.EconomyReads;
import city.economy.EconomyReads.Day;
import city.economy.EconomyReads.Measures;
import city.economy.EconomyReads.Ranked;
import city.economy.Money;
import city.world.ResidentId;
import city.world.kernel.access.Kernel;
import city.world.kernel.state.Snapshot;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

@Controller("/api/v1/economy")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "economy")
final class MeasuresController {
    private static final int DAYS = 31;
    private static final double MILLION = 1_000_000;

    private final Kernel kernel;
    private final EconomyReads economy;
    private final AgentsReads agents;

    MeasuresController(Kernel kernel, EconomyReads economy, AgentsReads agents) {
        this.kernel = kernel;
        this.economy = economy;
        this.agents = agents;
    }

    @Get("/metrics")
    @Reads
    @AtTick
    @Operation(summary = "What the economy comes to: money, its spread, work, value added")
    Metrics metrics(HttpRequest<?> request) {
        var snapshot = Moment.of(request);
        var clock = kernel.genesis().clock();
        long today = clock.day(snapshot.tick());
        int lived = (int) Math.min(DAYS, today - clock.day(0) + 1);
        return show(economy.measures(snapshot), economy.days(snapshot, today, lived));
    }

    @Get("/leaderboard")
    @Reads
    @AtTick
    @Operation(summary = "The residents by their money, the richest first")
    Leaderboard leaderboard(
            HttpRequest<?> request,
            @Parameter(description = "Items a page, 1 to 1000, 100 by default", example = "100") @QueryValue @Nullable
                    Integer limit,
            @Parameter(description = "The `next` of the page before") @QueryValue @Nullable String cursor) {
        var snapshot = Moment.of(request);
        var page = Page.of(limit, cursor);
        var found = economy.wealthiest(snapshot, Place.of(page.cursor()), page.limit() + 1);
        boolean more = found.size() > page.limit();
        var shown = more ? found.subList(0, page.limit()) : found;
        return new Leaderboard(
                shown.stream().map(it -> show(snapshot, it)).toList(), more ? Place.cursor(shown.getLast()) : null);
    }

    private MeasuresView.Ranked show(Snapshot snapshot, Ranked it) {
        var name = agents.findResident(snapshot, it.resident())
                .map(found -> found.persona().name())
                .orElse("");
        return new MeasuresView.Ranked(
                it.rank(), it.resident().value(), name, it.balance().toString());
    }

    private static Metrics show(Measures it, List<Day> days) {
        var spread = it.residents();
        return new Metrics(
                it.inCirculation().toString(),
                it.treasury().toString(),
                it.firms().toString(),
                spread.sum().toString(),
                spread.count(),
                spread.mean().toString(),
                spread.median().toString(),
                spread.tenth().toString(),
                spread.nineTenths().toString(),
                spread.giniPerMillion() / MILLION,
                it.employed(),
                it.unemploymentPerMillion() / MILLION,
                days.get(0).valueAdded().toString(),
                days.size() > 1 ? days.get(1).valueAdded().toString() : null,
                days.stream().map(MeasuresController::show).toList());
    }

    private static MeasuresView.Day show(Day it) {
        return new MeasuresView.Day(
                LocalDate.ofEpochDay(it.day()),
                it.valueAdded().toString(),
                it.purchases().toString(),
                it.contracts().toString(),
                it.wages().toString());
    }

    /// Where a page ended, as a cursor: a balance and a resident's id, `100000.9f…`.
    private static final class Place {
        private Place() {}

        static String cursor(Ranked last) {
            return last.balance().minor() + "." + last.resident().value();
        }

        static Optional<Ranked> of(@Nullable String cursor) {
            if (cursor == null) {
                return Optional.empty();
            }
            try {
                int dot = cursor.indexOf('.');
                var balance = new Money(Long.parseLong(cursor, 0, Math.max(dot, 0), 10));
                var resident = Ids.parse(cursor.substring(dot + 1)).orElseThrow(IllegalArgumentException::new);
                return Optional.of(new Ranked(0, new ResidentId(resident), balance));
            } catch (IllegalArgumentException e) {
                throw Refused.parameter("cursor", "must be the next of a page before");
            }
        }
    }
}
