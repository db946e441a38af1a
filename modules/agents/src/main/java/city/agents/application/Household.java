package city.agents.application;

import city.agents.Life.Occupation;
import city.agents.ResidentStatus;
import city.agents.domain.salience.Stakes;
import city.agents.domain.state.AgentsState;
import city.economy.AccountId;
import city.economy.Economy;
import city.economy.Money;
import city.economy.Transfer;
import city.world.ResidentId;
import city.world.World;
import city.world.kernel.Turn;
import java.util.ArrayList;
import java.util.List;

/// Who cannot provide for itself is provided for by its kin: children by their parents, who earns nothing by its
/// partner.
final class Household {
    /// What a poor purse is given: four days of food.
    private static final long ALLOWANCE_MINOR = 36_00;

    private final AgentsState state;
    private final World world;
    private final Economy economy;

    Household(AgentsState state, World world, Economy economy) {
        this.state = state;
        this.world = world;
        this.economy = economy;
    }

    /// Gets an allowance from the kin with most money, when it is poor and has no job.
    void provide(int slot, Turn turn) {
        long purse = economy.balanceOf(slot).minor();
        if (purse >= Stakes.POOR_MINOR || isEarning(slot, turn)) {
            return;
        }
        int provider = provider(slot);
        if (provider == World.NOWHERE) {
            return;
        }
        long theirs = economy.balanceOf(provider).minor();
        long given = Math.min(ALLOWANCE_MINOR, (theirs - purse) / 2);
        if (given > 0) {
            var from = state.residents().idOf(provider);
            var to = state.residents().idOf(slot);
            economy.transfer(
                    new Transfer(account(from), account(to), new Money(given), Transfer.Kind.GIFT, "for the household"),
                    turn);
        }
    }

    /// Whether somebody of its kin lives in the city, and is home at a place.
    boolean isWithKinAt(int slot, int place) {
        for (var kin : kin(slot)) {
            int other = world.slotOf(kin);
            if (other != World.NOWHERE && world.locationOf(other) == place) {
                return true;
            }
        }
        return false;
    }

    /// Whether all parents whom it had here have left the city: a child does not stay alone.
    boolean isLeftBehind(int slot) {
        int known = 0;
        int gone = 0;
        for (var parent : state.lives().parentsOf(slot)) {
            int other = world.slotOf(parent);
            if (other != World.NOWHERE) {
                known++;
                gone += state.residents().statusOf(other) == ResidentStatus.DEPARTED ? 1 : 0;
            }
        }
        return known > 0 && known == gone;
    }

    private boolean isEarning(int slot, Turn turn) {
        boolean hasJob = economy.employmentOf(slot).isPresent();
        long day = turn.clock().day(turn.tick());
        return state.lives().occupationOf(slot, hasJob, day) == Occupation.EMPLOYED;
    }

    private int provider(int slot) {
        int best = World.NOWHERE;
        for (var kin : kin(slot)) {
            int other = world.slotOf(kin);
            boolean here = other != World.NOWHERE && state.residents().statusOf(other) != ResidentStatus.DEPARTED;
            if (here && (best == World.NOWHERE || balance(other) > balance(best))) {
                best = other;
            }
        }
        return best;
    }

    private List<ResidentId> kin(int slot) {
        var kin = new ArrayList<>(state.lives().parentsOf(slot));
        state.lives().partnerOf(slot).ifPresent(kin::add);
        return kin;
    }

    private long balance(int slot) {
        return economy.balanceOf(slot).minor();
    }

    private static AccountId account(ResidentId resident) {
        return new AccountId(resident.value());
    }
}
