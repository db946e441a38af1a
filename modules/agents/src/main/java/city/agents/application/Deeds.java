package city.agents.application;

import city.agents.Action;
import city.agents.ActionResult.Refusal;
import city.agents.application.Attempt.Begun;
import city.agents.application.Attempt.Refused;
import city.agents.domain.body.Activity;
import city.agents.domain.body.Meal;
import city.agents.domain.life.Goal;
import city.agents.domain.market.Places;
import city.agents.domain.plan.Habits;
import city.agents.domain.state.AgentsState;
import city.economy.AccountId;
import city.economy.Economy;
import city.economy.Economy.BuyResult;
import city.economy.Economy.JobRefusal;
import city.economy.Good;
import city.economy.JobId;
import city.economy.Transfer;
import city.economy.TransferResult;
import city.world.LocationKind;
import city.world.ResidentId;
import city.world.World;
import city.world.World.TravelResult;
import city.world.kernel.Turn;
import java.util.Locale;

/// Carries out actions through the other modules: one way for the mind's own and for those that somebody orders. A
/// refused action has changed nothing.
final class Deeds {
    private static final int MINUTES_TO_EAT = 10;
    private static final int MINUTES_AT_TABLE = Meal.MINUTES;

    /// Who is not alone at table looks up once the plate is there.
    private static final int LOOK_ROUND = 1;

    private static final int MINUTES_AT_COUNTER = 10;
    private static final int MINUTES_FOR_A_WORD = 5;
    private static final int MINUTES_OF_WORK = 60;

    /// Energy at which a body needs no whole night any more.
    private static final int RESTED_PER_MILLE = 800;

    private final AgentsState state;
    private final World world;
    private final Economy economy;
    private final Work work;
    private final Talks talks;
    private final Pursuits pursuits;

    Deeds(AgentsState state, World world, Economy economy, Work work, Talks talks, Pursuits pursuits) {
        this.state = state;
        this.world = world;
        this.economy = economy;
        this.work = work;
        this.talks = talks;
        this.pursuits = pursuits;
    }

    Attempt attempt(int slot, Action action, Turn turn) {
        int here = world.locationOf(slot);
        if (here == World.NOWHERE) {
            return new Refused(Refusal.ON_THE_WAY, "until " + turn.clock().at(world.arrivalOf(slot)));
        }
        return switch (action) {
            case Action.Move(var to) -> move(slot, world.rowOf(to), turn);
            case Action.Work _ -> work(slot, here, turn);
            case Action.Buy(var good, var units) -> buy(slot, here, good, units, turn);
            case Action.Use(var good) -> use(slot, here, good, turn);
            case Action.Study(var minutes) -> study(here, minutes, turn);
            case Action.Rest(var minutes) -> begun(Activity.RESTING, here, minutes, turn);
            case Action.Sleep _ -> sleep(slot, here, turn);
            case Action.Give give -> give(slot, here, give, turn);
            case Action.TakeJob(var job) -> takeJob(slot, here, job, turn);
            case Action.QuitJob _ -> quitJob(slot, here, turn);
            case Action.Wait(var minutes) -> begun(waiting(slot, here), here, minutes, turn);
            case Action.Say say -> talks.say(slot, here, say, turn);
            case Action.Invite invite -> talks.invite(slot, here, invite, turn);
            case Action.Reply reply -> talks.reply(slot, here, reply, turn);
            case Action.LeaveTalk leave -> talks.leave(slot, here, leave, turn);
        };
    }

    /// One waits for an answer, goes on with a meal, or passes the time.
    private Activity waiting(int slot, int here) {
        if (talks.isTalking(slot)) {
            return Activity.TALKING;
        }
        if (state.minds().activityOf(slot) == Activity.EATING) {
            return Activity.EATING;
        }
        return world.location(here).kind().isForLeisure() ? Activity.RELAXING : Activity.WAITING;
    }

    private Attempt move(int slot, int to, Turn turn) {
        if (to == World.NOWHERE) {
            return new Refused(Refusal.NO_SUCH_PLACE, "no location has this id");
        }
        var name = world.location(to).name();
        return switch (world.travel(slot, to)) {
            case TravelResult.OnTheWay(var arrival) -> new Begun(Activity.WALKING, to, arrival, 0, 0);
            case TravelResult.AlreadyThere _ -> new Refused(Refusal.ALREADY_THERE, name);
            case TravelResult.OnTheWayAlready(var arrival) ->
                new Refused(Refusal.ON_THE_WAY, "until " + turn.clock().at(arrival));
        };
    }

    /// Until the hour is over, the shift ends or the plan has something else, such as lunch.
    private Attempt work(int slot, int here, Turn turn) {
        var job = economy.employmentOf(slot);
        if (job.isEmpty()) {
            return new Refused(Refusal.NO_JOB, "");
        }
        if (job.get().location() != here) {
            return new Refused(
                    Refusal.NOT_AT_WORK, world.location(job.get().location()).name());
        }
        if (Places.isShut(world, here)) {
            return new Refused(Refusal.PLACE_CLOSED, world.location(here).name());
        }
        if (!work.isOnShift(job.get(), turn)) {
            return new Refused(Refusal.NOT_ON_SHIFT, job.get().title());
        }
        var moment = work.moment(turn);
        int now = moment.minuteOfDay();
        int end = Habits.shift(job.get().shift(), moment, now, now + 1)
                + job.get().shift().minutes();
        var plan = state.plans().of(slot);
        int next =
                plan.minutesToNext(plan.minute(moment.day(), now), state.minds().doneOf(slot));
        return begun(Activity.WORKING, here, Math.min(MINUTES_OF_WORK, Math.min(end - now, next)), turn);
    }

    private Attempt buy(int slot, int here, String name, int units, Turn turn) {
        int number = numberOf(name);
        if (number < 0) {
            return new Refused(Refusal.NOT_FOR_SALE, name);
        }
        var good = economy.goods().get(number);
        return switch (economy.buy(slot, here, number, units, turn)) {
            case BuyResult.Bought _ -> bought(slot, here, good, units, turn);
            case BuyResult.NotForSale _ -> new Refused(Refusal.NOT_FOR_SALE, name);
            case BuyResult.OutOfStock(var left) -> new Refused(Refusal.OUT_OF_STOCK, left + " left");
            case BuyResult.CannotAfford(var missing) -> new Refused(Refusal.CANNOT_AFFORD, missing + " missing");
            case BuyResult.HandsFull(var room) -> new Refused(Refusal.HANDS_FULL, "room for " + room);
            case BuyResult.ShopClosed _ ->
                new Refused(Refusal.PLACE_CLOSED, world.location(here).name());
        };
    }

    private Begun bought(int slot, int here, Good good, int units, Turn turn) {
        if (!good.onTheSpot()) {
            return begun(Activity.SHOPPING, here, MINUTES_AT_COUNTER, turn);
        }
        if (good.cheerPerMille() > 0) {
            state.minds().treatedAt(slot, turn.tick());
        }
        long until = turn.tick() + turn.clock().ticksFor(world.crowdAt(here) > 1 ? LOOK_ROUND : MINUTES_AT_TABLE);
        int nourish = Math.min(1000, units * good.nourishPerMille());
        return new Begun(Activity.EATING, here, until, nourish, Math.min(1000, units * good.cheerPerMille()));
    }

    private Attempt use(int slot, int here, String name, Turn turn) {
        int number = numberOf(name);
        if (number < 0 || !economy.consume(slot, number)) {
            return new Refused(Refusal.NOT_CARRIED, name);
        }
        var good = economy.goods().get(number);
        long until = turn.tick() + turn.clock().ticksFor(MINUTES_TO_EAT);
        return new Begun(Activity.EATING, here, until, good.nourishPerMille(), good.cheerPerMille());
    }

    private Attempt sleep(int slot, int here, Turn turn) {
        var job = economy.employmentOf(slot);
        int commute = job.map(it -> world.minutesBetween(here, it.location())).orElse(0);
        boolean rested = state.minds()
                        .bodyAt(slot, turn.tick(), turn.clock().stepMinutes())
                        .energyPerMille()
                >= RESTED_PER_MILLE;
        int minutes = Habits.sleepMinutes(state.residents().traitsOf(slot), work.moment(turn), rested, job, commute);
        return begun(Activity.SLEEPING, here, minutes, turn);
    }

    /// In a school or a library that is open.
    private Attempt study(int here, int minutes, Turn turn) {
        var place = world.location(here);
        boolean fit = place.kind() == LocationKind.SCHOOL || place.kind() == LocationKind.LIBRARY;
        return fit && world.isOpen(here)
                ? begun(Activity.LEARNING, here, minutes, turn)
                : new Refused(Refusal.PLACE_CLOSED, place.name());
    }

    private Attempt give(int slot, int here, Action.Give give, Turn turn) {
        int other = world.slotOf(give.to());
        if (other == World.NOWHERE || other == slot) {
            return new Refused(Refusal.NO_SUCH_RESIDENT, other == slot ? "oneself" : "");
        }
        if (world.locationOf(other) != here) {
            return new Refused(Refusal.NOT_HERE, state.residents().nameOf(other));
        }
        var gift = new Transfer(
                account(state.residents().idOf(slot)), account(give.to()), give.amount(), Transfer.Kind.GIFT, "gift");
        return switch (economy.transfer(gift, turn)) {
            case TransferResult.Done _ -> {
                talks.given(slot, other, turn);
                pursuits.count(slot, Goal.HELP, 1);
                yield begun(Activity.IDLE, here, MINUTES_FOR_A_WORD, turn);
            }
            case TransferResult.InsufficientFunds(var missing) ->
                new Refused(Refusal.CANNOT_AFFORD, missing + " missing");
            case TransferResult.NoSuchAccount _ -> new Refused(Refusal.NO_SUCH_RESIDENT, "without an account");
            case TransferResult.NotTransferable it -> new Refused(Refusal.NO_SUCH_RESIDENT, it.reason());
        };
    }

    private Attempt takeJob(int slot, int here, JobId job, Turn turn) {
        return economy.takeJob(slot, job, turn)
                .<Attempt>map(Deeds::refused)
                .orElseGet(() -> begun(Activity.IDLE, here, MINUTES_FOR_A_WORD, turn));
    }

    /// Books first what was worked, for with the job goes the claim to a wage.
    private Attempt quitJob(int slot, int here, Turn turn) {
        if (economy.employmentOf(slot).isEmpty()) {
            return new Refused(Refusal.NO_JOB, "");
        }
        work.book(slot, turn);
        work.payWhenOver(slot, true, turn);
        economy.quitJob(slot, turn);
        return begun(Activity.IDLE, here, MINUTES_FOR_A_WORD, turn);
    }

    private static Refused refused(JobRefusal refusal) {
        var reason =
                switch (refusal) {
                    case NO_SUCH_JOB -> Refusal.NO_SUCH_JOB;
                    case NO_FREE_PLACE -> Refusal.NO_FREE_PLACE;
                    case HAS_A_JOB -> Refusal.HAS_A_JOB;
                    case HAS_NO_JOB -> Refusal.NO_JOB;
                };
        return new Refused(reason, refusal.name().toLowerCase(Locale.ROOT).replace('_', ' '));
    }

    private int numberOf(String good) {
        var goods = economy.goods();
        for (int number = 0; number < goods.size(); number++) {
            if (goods.get(number).name().equals(good)) {
                return number;
            }
        }
        return -1;
    }

    private static Begun begun(Activity activity, int place, int minutes, Turn turn) {
        return new Begun(activity, place, turn.tick() + turn.clock().ticksFor(minutes), 0, 0);
    }

    private static AccountId account(ResidentId resident) {
        return new AccountId(resident.value());
    }
}
