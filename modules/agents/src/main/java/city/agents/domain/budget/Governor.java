package city.agents.domain.budget;

import city.agents.Budgets;
import city.agents.domain.budget.Books.Page;
import city.agents.domain.budget.Books.Standing;
import city.agents.domain.budget.Reservation.Settlement;
import city.agents.domain.budget.Spend.Unit;
import city.agents.domain.budget.Verdict.Declined;
import city.agents.domain.budget.Verdict.Granted;
import city.world.ResidentId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Keeps the budgets. Before a call the most that it can use is set aside; after it, what was used is booked in the
/// same periods and the rest is free again. So what is spent and set aside never exceeds a budget, whatever the order
/// of calls, as long as no call uses more than its estimate; if one does, the truth is booked, and counted as an
/// overrun.
///
/// A reservation that nobody settles counts as spent in full once its time is over: its caller may have died after
/// the money was gone. Time never goes back: an earlier moment counts as the latest that was seen.
///
/// Safe from any thread; no call waits for more than the few map look-ups of another. It holds the accounts of those
/// residents who asked today, and the calls under way.
public final class Governor {
    private static final Payer CITY = new Payer.City();

    private final Budgets budgets;
    private final Duration hold;
    private final Map<Payer, Account> lasting = new LinkedHashMap<>();
    private final LinkedHashMap<Long, Held> open = new LinkedHashMap<>();
    private final LastHour lastHour;

    /// Of one day; the next begins with an empty one.
    private Map<Payer, Account> residents = new HashMap<>();

    private Instant latest;
    private long nextId;
    private long expired;
    private long overruns;

    private record Held(Reservation reservation, List<Span> spans) {}

    /// @param hold   for how long a reservation stays open: above the time that a call is given
    /// @param before what was spent before a restart
    public Governor(Budgets budgets, Duration hold, Books before, Instant now) {
        if (!hold.isPositive()) {
            throw new IllegalArgumentException("hold must be positive: " + hold);
        }
        this.budgets = budgets;
        this.hold = hold;
        this.latest = before.asOf();
        this.lastHour = new LastHour(now);
        open(CITY, Spend.NONE, Spend.NONE);
        budgets.providers().keySet().stream()
                .sorted()
                .forEach(it -> open(new Payer.Provider(it), Spend.NONE, Spend.NONE));
        before.pages().forEach(it -> open(it.payer(), it.minute(), it.day()));
        goOnTo(now);
    }

    /// Sets aside from the budgets of the resident, of the city and of the provider, for one try.
    public synchronized Verdict reserve(ResidentId resident, String provider, Estimate estimate, Instant now) {
        goOnTo(now);
        var payer = new Payer.Resident(resident);
        return reserve(payer, estimate, List.of(account(payer), account(CITY), account(new Payer.Provider(provider))));
    }

    /// Sets aside from the budgets of the city and of the provider, for a try that is for no resident.
    public synchronized Verdict reserve(String provider, Estimate estimate, Instant now) {
        goOnTo(now);
        return reserve(CITY, estimate, List.of(account(CITY), account(new Payer.Provider(provider))));
    }

    /// Books what a call used, and frees what it did not.
    public synchronized Settlement settle(Reservation reservation, Spend used, Instant now) {
        goOnTo(now);
        var held = open.get(reservation.id());
        if (held == null || !held.reservation().equals(reservation)) {
            return Settlement.OVER;
        }
        open.remove(reservation.id());
        if (used.exceeds(reservation.estimate().inFull())) {
            overruns++;
        }
        book(held, used);
        return Settlement.BOOKED;
    }

    /// Frees what was set aside for a call that was not made.
    public Settlement release(Reservation reservation, Instant now) {
        return settle(reservation, Spend.NONE, now);
    }

    /// The city's and the providers' budgets, the minute's and the day's of each.
    public synchronized List<Standing> standings(Instant now) {
        goOnTo(now);
        return lasting.values().stream().flatMap(it -> standings(it).stream()).toList();
    }

    /// The minute's and the day's budget of one.
    public synchronized List<Standing> standings(Payer payer, Instant now) {
        goOnTo(now);
        return find(payer).map(this::standings).orElseGet(() -> standings(emptyAccount(payer)));
    }

    /// What the governor after a restart must know. Calls under way are in it in full.
    public synchronized Books books(Instant now) {
        goOnTo(now);
        var pages = new ArrayList<Page>();
        lasting.values().forEach(it -> pages.add(page(it)));
        residents.values().forEach(it -> pages.add(page(it)));
        return new Books(latest, pages);
    }

    public synchronized Forecast forecast(Instant now) {
        goOnTo(now);
        var day = account(CITY).day(latest);
        var sinceMidnight = Duration.ofDays(1).minus(Duration.between(latest, Period.DAY.endOf(day.index())));
        var lately = lastHour.sum(latest);
        return Forecast.of(day.spent(), sinceMidnight, lately, lastHour.window());
    }

    /// How many reservations nobody settled in time.
    public synchronized long expired() {
        return expired;
    }

    /// How many calls used more than their estimate.
    public synchronized long overruns() {
        return overruns;
    }

    private Verdict reserve(Payer payer, Estimate estimate, List<Account> accounts) {
        var most = estimate.inFull();
        var declined = findFullest(accounts, most);
        if (declined.isPresent()) {
            return declined.get();
        }
        var spans = accounts.stream().flatMap(it -> it.spans(latest).stream()).toList();
        spans.forEach(it -> it.reserve(most));
        var reservation = new Reservation(nextId++, payer, estimate, latest.plus(hold));
        open.put(reservation.id(), new Held(reservation, spans));
        return new Granted(reservation);
    }

    private Optional<Declined> findFullest(List<Account> accounts, Spend most) {
        Optional<Declined> fullest = Optional.empty();
        for (var account : accounts) {
            for (var span : account.spans(latest)) {
                for (var unit : Unit.values()) {
                    if (!span.hasRoom(unit, most.of(unit))) {
                        var declined = declined(account, span, unit, most.of(unit));
                        fullest = Optional.of(
                                fullest.map(it -> longer(it, declined)).orElse(declined));
                    }
                }
            }
        }
        return fullest;
    }

    private static Declined declined(Account account, Span span, Unit unit, long wanted) {
        long limit = unit.of(span.limit());
        Optional<Instant> until =
                wanted > limit ? Optional.empty() : Optional.of(span.period().endOf(span.index()));
        return new Declined(account.payer(), unit, span.period(), limit, until);
    }

    private static Declined longer(Declined a, Declined b) {
        return a.until().isEmpty()
                        || b.until().isPresent()
                                && !b.until().get().isAfter(a.until().get())
                ? a
                : b;
    }

    private void goOnTo(Instant now) {
        if (now.isAfter(latest)) {
            if (Period.DAY.indexOf(now) != Period.DAY.indexOf(latest)) {
                residents = new HashMap<>();
            }
            latest = now;
        }
        while (!open.isEmpty()) {
            var oldest = open.firstEntry().getValue();
            if (oldest.reservation().expires().isAfter(latest)) {
                return;
            }
            open.pollFirstEntry();
            expired++;
            book(oldest, oldest.reservation().estimate().inFull());
        }
    }

    private void book(Held held, Spend used) {
        var most = held.reservation().estimate().inFull();
        held.spans().forEach(it -> it.settle(most, used));
        lastHour.book(used, latest);
    }

    private Account account(Payer payer) {
        return find(payer).orElseGet(() -> open(payer, Spend.NONE, Spend.NONE));
    }

    private Optional<Account> find(Payer payer) {
        return Optional.ofNullable(accountsLike(payer).get(payer));
    }

    private Account open(Payer payer, Spend minute, Spend day) {
        var account = new Account(payer, payer.in(budgets), latest, minute, day);
        accountsLike(payer).put(payer, account);
        return account;
    }

    private Map<Payer, Account> accountsLike(Payer payer) {
        return payer instanceof Payer.Resident ? residents : lasting;
    }

    private Account emptyAccount(Payer payer) {
        return new Account(payer, payer.in(budgets), latest);
    }

    private List<Standing> standings(Account account) {
        return account.spans(latest).stream()
                .map(it -> new Standing(
                        account.payer(),
                        it.period(),
                        it.limit(),
                        it.spent(),
                        it.reserved(),
                        it.period().endOf(it.index())))
                .toList();
    }

    private Page page(Account account) {
        return new Page(account.payer(), inAll(account.minute(latest)), inAll(account.day(latest)));
    }

    private static Spend inAll(Span span) {
        return span.spent().plus(span.reserved());
    }
}
