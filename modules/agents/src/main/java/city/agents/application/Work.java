package city.agents.application;

import city.agents.domain.body.Activity;
import city.agents.domain.state.AgentsState;
import city.economy.Economy;
import city.economy.Economy.Employment;
import city.world.kernel.Turn;

/// Books the hours that residents worked, and asks for their wages when they leave or their shift is over.
final class Work {
    /// The economy books at most an hour at once.
    private static final int MAX_BOOKING = 60;

    private final AgentsState state;
    private final Economy economy;

    Work(AgentsState state, Economy economy) {
        this.state = state;
        this.economy = economy;
    }

    /// Whether the hours of a job cover the tick's time of the week.
    static boolean isOnShift(Employment job, Turn turn) {
        var clock = turn.clock();
        return job.shift().covers(clock.dayOfWeek(turn.tick()).getValue() - 1, clock.minuteOfDay(turn.tick()));
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
