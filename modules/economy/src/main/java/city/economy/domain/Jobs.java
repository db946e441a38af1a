package city.economy.domain;

import city.economy.Economy.Employment;
import city.economy.EconomyReads.JobState;
import city.economy.FirmId;
import city.economy.FirmPlan;
import city.economy.JobId;
import city.economy.Money;
import city.world.Hours;
import city.world.kernel.Participant.Breach;
import city.world.kernel.state.IntColumn;
import city.world.kernel.state.LongColumn;
import city.world.kernel.state.Snapshot;
import city.world.kernel.state.Table;
import city.world.kernel.state.TextColumn;
import city.world.kernel.state.UuidColumn;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The jobs that firms have to give, in founding order. But for the places taken they do not change.
public final class Jobs {
    public static final int NONE = -1;

    private final Firms firms;
    private final Table table = new Table("economy", "jobs");
    private final UuidColumn id = table.uuids("id");
    private final IntColumn firm = table.ints("firm");
    private final TextColumn title = table.texts("title");
    private final LongColumn hourlyWage = table.longs("hourly_wage");
    private final IntColumn places = table.ints("places");
    private final IntColumn taken = table.ints("taken");
    private final IntColumn shiftFrom = table.ints("shift_from_minute");
    private final IntColumn shiftTo = table.ints("shift_to_minute");
    private final IntColumn shiftDays = table.ints("shift_days");
    private final Map<JobId, Integer> rows = new HashMap<>();
    private final BitSet free = new BitSet();
    private List<Employment> employments = List.of();

    Jobs(Firms firms) {
        this.firms = firms;
    }

    public Table table() {
        return table;
    }

    /// Builds the indexes anew; after the firms.
    public void reindex() {
        rows.clear();
        free.clear();
        var all = new ArrayList<Employment>(table.rows());
        for (int row = 0; row < table.rows(); row++) {
            all.add(describe(row));
            rows.put(all.getLast().job(), row);
            free.set(row, taken.get(row) < places.get(row));
        }
        employments = List.copyOf(all);
    }

    public int add(int firm, FirmPlan.Job job) {
        int row = table.add();
        id.set(row, job.id().value());
        this.firm.set(row, firm);
        title.set(row, job.title());
        hourlyWage.set(row, job.hourlyWage().minor());
        places.set(row, job.places());
        shiftFrom.set(row, job.shift().fromMinute());
        shiftTo.set(row, job.shift().toMinute());
        shiftDays.set(row, job.shift().days());
        return row;
    }

    public int count() {
        return table.rows();
    }

    /// @return the row, or {@link #NONE}
    public int find(JobId job) {
        return rows.getOrDefault(job, NONE);
    }

    public Employment get(int row) {
        return employments.get(row);
    }

    /// Jobs with a free place, in founding order. The cost follows the limit.
    public List<Employment> openings(int limit) {
        var openings = new ArrayList<Employment>(Math.min(limit, 64));
        for (int row = free.nextSetBit(0); row >= 0 && openings.size() < limit; row = free.nextSetBit(row + 1)) {
            openings.add(employments.get(row));
        }
        return openings;
    }

    public boolean hasFreePlace(int row) {
        return free.get(row);
    }

    public int firmOf(int row) {
        return firm.get(row);
    }

    public long hourlyWageOf(int row) {
        return hourlyWage.get(row);
    }

    void take(int row) {
        taken.add(row, 1);
        free.set(row, taken.get(row) < places.get(row));
    }

    void leave(int row) {
        taken.add(row, -1);
        free.set(row);
    }

    /// Worked minutes of a day on which all places are taken and every shift is done.
    int fullDayMinutes(int row) {
        return Math.multiplyExact(places.get(row), shiftTo.get(row) - shiftFrom.get(row));
    }

    List<Breach> audit(int[] employed) {
        var breaches = new ArrayList<Breach>();
        for (int row = 0; row < table.rows(); row++) {
            int count = taken.get(row);
            if (count != employed[row] || count < 0 || count > places.get(row)) {
                var numbers = "job %s: taken %d, employed %d, places %d"
                        .formatted(id.get(row), count, employed[row], places.get(row));
                breaches.add(new Breach("economy.taken-places-are-employments", numbers));
            }
        }
        return breaches;
    }

    JobState stateAt(Snapshot snapshot, int row) {
        var view = snapshot.of(table);
        return new JobState(
                new JobId(view.get(id, row)),
                firms.idAt(snapshot, view.get(firm, row)),
                view.get(title, row),
                new Money(view.get(hourlyWage, row)),
                view.get(places, row),
                view.get(taken, row),
                new Hours(view.get(shiftFrom, row), view.get(shiftTo, row), view.get(shiftDays, row)));
    }

    /// Residents with a job: places taken, over all jobs.
    public int takenAt(Snapshot snapshot) {
        var view = snapshot.of(table);
        int sum = 0;
        for (int row = 0; row < view.rows(); row++) {
            sum += view.get(taken, row);
        }
        return sum;
    }

    private Employment describe(int row) {
        int at = firm.get(row);
        var shift = new Hours(shiftFrom.get(row), shiftTo.get(row), shiftDays.get(row));
        var wage = new Money(hourlyWage.get(row));
        var job = new JobId(id.get(row));
        FirmId employer = firms.idOf(at);
        return new Employment(job, employer, title.get(row), wage, shift, firms.locationOf(at));
    }
}
