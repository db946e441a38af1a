package city.agents.application;

import city.agents.AgentsEvent.GoalReached;
import city.agents.domain.body.Activity;
import city.agents.domain.life.Goal;
import city.agents.domain.life.Wishes;
import city.agents.domain.state.AgentsState;
import city.economy.Economy;
import city.world.LocationKind;
import city.world.World;
import city.world.kernel.Turn;

/// How far residents are with what they pursue over days: counts it, tells when it is reached, and takes up the next.
final class Pursuits {
    /// What takes longer than this is given up.
    private static final int LONGEST_DAYS = 60;

    private final AgentsState state;
    private final World world;
    private final Economy economy;
    private final Wishes wishes;

    Pursuits(AgentsState state, World world, Economy economy) {
        this.state = state;
        this.world = world;
        this.economy = economy;
        this.wishes = new Wishes(world, economy);
    }

    /// Takes stock: of money and work now, of all else what was counted since.
    void morning(int slot, Turn turn) {
        var lives = state.lives();
        if (lives.targetOf(slot) == 0) {
            takeUp(slot, turn);
            return;
        }
        switch (lives.goalOf(slot)) {
            case SAVE -> lives.progress(slot, wishes.wholeMoney(slot));
            case FIND_WORK -> lives.progress(slot, wishes.wage(slot) > 0 ? 1 : 0);
            case BETTER_WORK -> lives.progress(slot, wishes.wage(slot));
            case COMPANY, FAMILY, LEARN, HELP, SEE_PLACES, CRAFT -> {}
        }
        long days = (turn.tick() - lives.goalSince(slot)) / turn.clock().ticksPerDay();
        if (lives.progressOf(slot) >= lives.targetOf(slot)) {
            lives.goalsReached(slot, lives.goalsReached(slot) + 1);
            turn.raise(new GoalReached(
                    state.residents().idOf(slot), lives.goalOf(slot).words(), (int) days));
            takeUp(slot, turn);
        } else if (days >= LONGEST_DAYS || isIdle(slot)) {
            takeUp(slot, turn);
        }
    }

    /// An activity ended that began at a place.
    void ended(int slot, Activity activity, long minutes, int place) {
        switch (activity) {
            case WORKING -> count(slot, Goal.CRAFT, minutes);
            case LEARNING -> count(slot, Goal.LEARN, minutes);
            case RELAXING -> relaxed(slot, minutes, place);
            case TALKING -> count(slot, Goal.COMPANY, minutes);
            case IDLE, WALKING, EATING, SHOPPING, RESTING, WAITING, SLEEPING, STILL, GONE -> {}
        }
    }

    void count(int slot, Goal goal, long much) {
        var lives = state.lives();
        if (lives.goalOf(slot) == goal && lives.targetOf(slot) > 0) {
            lives.progress(slot, (int) Math.min(lives.targetOf(slot), lives.progressOf(slot) + much));
        }
    }

    private void relaxed(int slot, long minutes, int place) {
        var lives = state.lives();
        if (place == World.NOWHERE || minutes == 0) {
            return;
        }
        if (lives.goalOf(slot) == Goal.SEE_PLACES && world.location(place).kind() != LocationKind.HOME) {
            lives.see(slot, place);
            lives.progress(slot, Long.bitCount(lives.seen(slot)));
        } else if (world.crowdAt(place) > 1) {
            count(slot, Goal.COMPANY, minutes);
        }
    }

    /// A craft is mastered in a job, and better work is better than some.
    private boolean isIdle(int slot) {
        var goal = state.lives().goalOf(slot);
        boolean ofWork = goal == Goal.CRAFT || goal == Goal.BETTER_WORK;
        return ofWork && economy.employmentOf(slot).isEmpty();
    }

    private void takeUp(int slot, Turn turn) {
        long day = turn.clock().day(turn.tick());
        var lives = state.lives();
        boolean hasJob = economy.employmentOf(slot).isPresent();
        boolean hasKin =
                lives.partnerOf(slot).isPresent() || !lives.parentsOf(slot).isEmpty();
        var wish = wishes.next(
                slot,
                state.residents().traitsOf(slot),
                lives.valuesOf(slot),
                lives.occupationOf(slot, hasJob, day),
                hasKin,
                state.residents().homeOf(slot),
                lives.targetOf(slot) == 0,
                turn.chance());
        lives.pursue(slot, wish.goal(), wish.target(), turn.tick());
    }
}
