package city.economy.application;

import static city.economy.application.SmallCity.cents;
import static city.economy.application.SmallCity.job;
import static city.economy.application.SmallCity.purse;
import static city.economy.application.SmallCity.till;
import static org.assertj.core.api.Assertions.assertThat;

import city.economy.AccountId;
import city.economy.Economy.BuyResult.Bought;
import city.economy.EconomyCommand.OrderTransfer;
import city.economy.FirmPlan;
import city.economy.TransferResult.Done;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/// Whatever people do, in whatever order.
class EconomyPropertyTest {
    private static final int RESIDENTS = 8;

    @Property(tries = 150)
    void noMoneyIsMadeOrLostAndNobodyFallsBelowZero(@ForAll("deeds") List<Deed> deeds) {
        var city = poorCity();

        for (var deed : deeds) {
            deed.doIn(city);
            assertThat(city.participant.check()).isEmpty();
        }

        city.mustBeSound();
        assertThat(city.module.reads().totals(city.snapshot()).sum()).isEqualTo(cents(0));
    }

    @Property(tries = 100)
    void whatIsRefusedChangesNothing(@ForAll("deeds") List<Deed> deeds) {
        var city = poorCity();

        for (var deed : deeds) {
            var before = city.checksum();
            int events = city.turn.raised.size();
            boolean done = deed.doIn(city);

            assertThat(done || (city.checksum().equals(before) && city.turn.raised.size() == events))
                    .as("%s refused without a trace", deed)
                    .isTrue();
        }
    }

    @Property(tries = 100)
    void aCityThatIsLoadedGoesOnAsTheOneThatWasSaved(
            @ForAll("deeds") List<Deed> before, @ForAll("deeds") List<Deed> after) {
        var saved = poorCity();
        before.forEach(deed -> deed.doIn(saved));

        var loaded = saved.reloaded();
        assertThat(loaded.checksum()).isEqualTo(saved.checksum());
        after.forEach(deed -> assertThat(deed.doIn(loaded)).isEqualTo(deed.doIn(saved)));

        assertThat(loaded.checksum()).isEqualTo(saved.checksum());
        loaded.mustBeSound();
    }

    @Property(tries = 100)
    void everyMinuteOfWorkIsPaidOrOwedOrWaits(@ForAll("stints") List<Integer> stints) {
        var city = poorCity();
        city.economy.takeJob(0, job(SmallCity.HALL), city.turn);
        long wage = 1_201;
        long minutes = 0;

        for (int stint : stints) {
            city.economy.book(0, stint, city.turn);
            city.economy.payWage(0, city.turn);
            minutes += stint;
        }

        var purse = city.purseState(0);
        long got = purse.balance().minor() - 10_000 + purse.owed().minor();
        assertThat(got).isEqualTo(wage * minutes / 60);
    }

    @Provide
    Arbitrary<List<Integer>> stints() {
        return Arbitraries.integers().between(1, 60).list().ofMaxSize(60);
    }

    @Provide
    Arbitrary<List<Deed>> deeds() {
        var kinds = Arbitraries.frequencyOf(
                net.jqwik.api.Tuple.of(4, Arbitraries.of(Kind.BOOK, Kind.HOURS, Kind.BUY)),
                net.jqwik.api.Tuple.of(2, Arbitraries.of(Kind.PAY, Kind.TAKE_JOB, Kind.GIVE, Kind.EAT)),
                net.jqwik.api.Tuple.of(1, Arbitraries.of(Kind.QUIT, Kind.TILL, Kind.LEAVE, Kind.SHUT)));
        var slots = Arbitraries.integers().between(0, RESIDENTS - 1);
        var numbers = Arbitraries.integers().between(0, 6_000);
        return Combinators.combine(kinds, slots, numbers).as(Deed::new).list().ofMaxSize(120);
    }

    /// Firms so short of cash that wages are owed, and a treasury that runs dry.
    private static SmallCity poorCity() {
        var plans = SmallCity.plans().stream()
                .map(it -> new FirmPlan(
                        it.id(),
                        it.name(),
                        it.location(),
                        it.id().equals(SmallCity.firm(1)) ? purse(3) : it.owner(),
                        cents(it.capital().minor() / 100),
                        it.contractPerHour(),
                        it.products(),
                        it.jobs()))
                .toList();
        return SmallCity.with(RESIDENTS, cents(3_000), plans);
    }

    enum Kind {
        BOOK,
        HOURS,
        BUY,
        PAY,
        TAKE_JOB,
        GIVE,
        EAT,
        QUIT,
        TILL,
        LEAVE,
        SHUT
    }

    /// Something that somebody does, if it can.
    record Deed(Kind kind, int slot, int number) {
        /// @return whether it was done
        boolean doIn(SmallCity city) {
            boolean gone = city.module
                    .reads()
                    .findAccount(city.snapshot(), purse(slot))
                    .filter(it -> it.open())
                    .isEmpty();
            return switch (kind) {
                case HOURS -> passHours(city);
                case SHUT -> shutOrReopen(city);
                case GIVE -> transfer(city, purse(slot), purse((slot + 1 + number % (RESIDENTS - 1)) % RESIDENTS));
                case TILL -> transfer(city, number % 2 == 0 ? AccountId.TREASURY : purse(slot), till(number % 5));
                case EAT -> city.economy.consume(slot, number % 4);
                case BOOK, BUY, PAY, TAKE_JOB, QUIT, LEAVE -> !gone && ofResident(city);
            };
        }

        private boolean ofResident(SmallCity city) {
            return switch (kind) {
                case BOOK -> book(city);
                case BUY -> city.economy.buy(slot, number % 5, number % 4, 1 + number % 9, city.turn) instanceof Bought;
                case PAY -> pay(city);
                case TAKE_JOB ->
                    city.economy.takeJob(slot, job(number % 6), city.turn).isEmpty();
                case QUIT -> city.economy.quitJob(slot, city.turn).isEmpty();
                case LEAVE -> leave(city);
                case HOURS, SHUT, GIVE, TILL, EAT -> throw new AssertionError(kind);
            };
        }

        private boolean book(SmallCity city) {
            var job = city.economy.employmentOf(slot);
            job.ifPresent(_ -> city.economy.book(slot, 1 + number % 60, city.turn));
            return job.isPresent();
        }

        private boolean pay(SmallCity city) {
            city.economy.payWage(slot, city.turn);
            return true;
        }

        private boolean leave(SmallCity city) {
            city.economy.closeAccount(slot, city.turn);
            return true;
        }

        private boolean passHours(SmallCity city) {
            city.runTo(city.turn.tick / 12 + 1 + number % 30);
            return true;
        }

        private boolean shutOrReopen(SmallCity city) {
            city.world.shut.flip(number % 5);
            return true;
        }

        private boolean transfer(SmallCity city, AccountId from, AccountId to) {
            var order = new OrderTransfer(city.gift(from, to, 1 + number));
            return city.participant.handle(order, city.turn) instanceof Done;
        }
    }
}
