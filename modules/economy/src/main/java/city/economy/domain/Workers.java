package city.economy.domain;

import city.economy.EconomyReads.JobState;
import city.economy.EconomyReads.PurseState;
import city.economy.Money;
import city.world.kernel.Participant.Breach;
import city.world.kernel.state.IntColumn;
import city.world.kernel.state.LongColumn;
import city.world.kernel.state.Snapshot;
import city.world.kernel.state.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Who works where and what it has earned; row = slot, from the opening of the resident's account to its closing.
///
/// A wage accrues in sixtieths of a minor unit, so that a minute at any whole hourly wage is exact. Whole units are
/// paid; the rest, less than one, waits, and goes along to the next job.
public final class Workers {
    /// Sixtieths of a minor unit in one.
    public static final int SIXTIETHS = 60;

    private final Jobs jobs;
    private final Table table = new Table("economy", "employment");
    private final IntColumn job = table.ints("job");
    private final LongColumn accrued = table.longs("accrued_sixtieths");
    private final LongColumn owed = table.longs("owed");
    private final LongColumn since = table.longs("since_tick");

    Workers(Jobs jobs) {
        this.jobs = jobs;
    }

    public Table table() {
        return table;
    }

    public void enter(int slot) {
        table.add(slot);
        job.set(slot, Jobs.NONE);
    }

    /// Forgets what was accrued and not paid: a fraction of a minor unit.
    public void leave(int slot) {
        table.remove(slot);
    }

    /// @return the job's row, or {@link Jobs#NONE}
    public int jobOf(int slot) {
        return table.exists(slot) ? job.get(slot) : Jobs.NONE;
    }

    /// @throws IllegalArgumentException when the slot has no open account
    public void require(int slot) {
        if (slot < 0 || !table.exists(slot)) {
            throw new IllegalArgumentException("slot must have an open account: " + slot);
        }
    }

    public void hire(int slot, int row, long tick) {
        jobs.take(row);
        job.set(slot, row);
        since.set(slot, tick);
    }

    public void quit(int slot) {
        jobs.leave(job.get(slot));
        job.set(slot, Jobs.NONE);
        since.set(slot, 0);
    }

    public void accrue(int slot, int minutes) {
        accrued.add(slot, Math.multiplyExact(jobs.hourlyWageOf(job.get(slot)), minutes));
    }

    /// Whole minor units that accrued.
    public long due(int slot) {
        return accrued.get(slot) / SIXTIETHS;
    }

    /// Takes whole minor units off what accrued, because they were paid or are owed from now on.
    public void settle(int slot, long minor) {
        accrued.add(slot, -Math.multiplyExact(minor, SIXTIETHS));
    }

    void owe(int slot, long minor) {
        owed.add(slot, minor);
    }

    int[] countByJob() {
        var count = new int[jobs.count()];
        for (int slot = table.next(0); slot >= 0; slot = table.next(slot + 1)) {
            if (job.get(slot) != Jobs.NONE) {
                count[job.get(slot)]++;
            }
        }
        return count;
    }

    List<Breach> audit(Arrears arrears) {
        var breaches = new ArrayList<Breach>();
        for (int slot = table.next(0); slot >= 0; slot = table.next(slot + 1)) {
            long recount = arrears.totalOfSlot(slot);
            if (owed.get(slot) != recount) {
                var numbers = "slot %d: %d owed, %d recounted".formatted(slot, owed.get(slot), recount);
                breaches.add(new Breach("economy.arrears-add-up", numbers));
            }
            if (accrued.get(slot) < 0) {
                breaches.add(new Breach("economy.accrued-not-negative", "slot " + slot));
            }
        }
        return breaches;
    }

    public PurseState purseAt(Snapshot snapshot, int slot, Money balance, Pantry pantry) {
        var view = snapshot.of(table);
        if (!view.exists(slot)) {
            return new PurseState(balance, Optional.empty(), Money.ZERO, Money.ZERO, List.of());
        }
        int at = view.get(job, slot);
        Optional<JobState> held = at == Jobs.NONE ? Optional.empty() : Optional.of(jobs.stateAt(snapshot, at));
        var earned = new Money(view.get(accrued, slot) / SIXTIETHS);
        return new PurseState(balance, held, earned, new Money(view.get(owed, slot)), pantry.carriedAt(snapshot, slot));
    }
}
