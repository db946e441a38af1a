package city.agents.application;

import city.agents.domain.body.Activity;
import city.agents.domain.plan.Habits;
import city.agents.domain.plan.Moment;
import city.agents.domain.state.AgentsState;
import city.economy.Economy;
import city.economy.Economy.Employment;
import city.world.Almanac;
import city.world.kernel.Turn;

/// Books the hours that residents worked, and asks for their wages when they leave or their shift is over.
final class Work {
    /// The economy books at most an hour at once.
    private static final int MAX_BOOKING = 60;

    private final AgentsState state;
    private final Economy economy;
    private final Almanac almanac;

    Work(AgentsState state, Economy economy, Almanac almanac) {
        this.state = state;
        this.economy = economy;
        this.almanac = almanac;
    }

    /// Whether the hours of a job cover the tick's time of the week as it is lived: on a holiday few do.
    boolean isOnShift(Employment job, Turn turn) {
        var moment = moment(turn);
        int now = moment.minuteOfDay();
        return Habits.shift(job.shift(), moment, now, now + 1) != Habits.NO_SHIFT;
    }

    Moment moment(Turn turn) {
        return new Moment(turn.tick(), turn.clock(), turn.chance(), almanac::weekday);
    }

    /// Books what was worked since the present activity began. The activity must be ended by the caller.
    void book(int slot, Turn turn) {
        if (state.minds().activityOf(slot) != Activity.WORKING
                || economy.employmentOf(slot).isEmpty()) {
            return;
        }
        long minutes =
                (turn.tick() - state.minds().sinceOf(slot)) * turn.clock().stepMinutes();
        for (long left = minutes; left > 0; left -= MAX_BOOKING) {
            economy.book(slot, (int) Math.min(left, MAX_BOOKING), turn);
        }
        state.minds().unpaidMinutes(slot, state.minds().unpaidMinutesOf(slot) + (int) minutes);
    }

    /// Pays what was booked, when the resident leaves or its shift is over.
    void payWhenOver(int slot, boolean leaves, Turn turn) {
        if (state.minds().unpaidMinutesOf(slot) == 0) {
            return;
        }
        var job = economy.employmentOf(slot);
        if (leaves || job.isEmpty() || !isOnShift(job.get(), turn)) {
            economy.payWage(slot, turn);
            state.minds().unpaidMinutes(slot, 0);
        }
    }
}
