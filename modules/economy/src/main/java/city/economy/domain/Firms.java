package city.economy.domain;

import city.economy.AccountId;
import city.economy.EconomyReads.FirmState;
import city.economy.EconomyReads.JobState;
import city.economy.EconomyReads.Sale;
import city.economy.FirmId;
import city.economy.FirmPlan;
import city.economy.Money;
import city.world.LocationId;
import city.world.kernel.Participant.Breach;
import city.world.kernel.state.IdIndex;
import city.world.kernel.state.IntColumn;
import city.world.kernel.state.LongColumn;
import city.world.kernel.state.Snapshot;
import city.world.kernel.state.Table;
import city.world.kernel.state.TextColumn;
import city.world.kernel.state.UuidColumn;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// The firms, in founding order. What a firm makes and the jobs that it has stand together in {@link Products} and
/// {@link Jobs}, because all were founded at once: here are their first rows and numbers.
public final class Firms {
    private final Table table = new Table("economy", "firms");
    private final UuidColumn id = table.uuids("id");
    private final TextColumn name = table.texts("name");
    private final IntColumn location = table.ints("location");
    private final UuidColumn locationId = table.uuids("location_id");
    private final IntColumn account = table.ints("account");
    private final UuidColumn owner = table.uuids("owner_account");
    private final LongColumn contractPerHour = table.longs("contract_per_hour");
    private final LongColumn contractAccrued = table.longs("contract_accrued_sixtieths");
    private final LongColumn owed = table.longs("owed");
    private final IntColumn firstProduct = table.ints("first_product");
    private final IntColumn products = table.ints("products");
    private final IntColumn firstJob = table.ints("first_job");
    private final IntColumn jobs = table.ints("jobs");

    private final IdIndex rows = new IdIndex(table, id);

    /// Rows, ascending. Fixed by the founding; for readers, too.
    private volatile Map<UUID, List<Integer>> byLocation = Map.of();

    public Table table() {
        return table;
    }

    public void reindex() {
        rows.rebuild();
        byLocation = IntStream.range(0, table.rows()).boxed().collect(Collectors.groupingBy(locationId::get));
    }

    public int add(FirmPlan plan, int location, int firstProduct, int firstJob) {
        int row = table.add();
        id.set(row, plan.id().value());
        name.set(row, plan.name());
        this.location.set(row, location);
        locationId.set(row, plan.location().value());
        owner.set(row, plan.owner().value());
        contractPerHour.set(row, plan.contractPerHour().minor());
        this.firstProduct.set(row, firstProduct);
        products.set(row, plan.products().size());
        this.firstJob.set(row, firstJob);
        jobs.set(row, plan.jobs().size());
        return row;
    }

    public void setAccount(int row, int account) {
        this.account.set(row, account);
    }

    public int count() {
        return table.rows();
    }

    public FirmId idOf(int row) {
        return new FirmId(id.get(row));
    }

    public String nameOf(int row) {
        return name.get(row);
    }

    public int locationOf(int row) {
        return location.get(row);
    }

    public int accountOf(int row) {
        return account.get(row);
    }

    public AccountId ownerOf(int row) {
        return new AccountId(owner.get(row));
    }

    public int firstProduct(int row) {
        return firstProduct.get(row);
    }

    /// One after the firm's last product.
    public int endOfProducts(int row) {
        return firstProduct.get(row) + products.get(row);
    }

    int firstJob(int row) {
        return firstJob.get(row);
    }

    int endOfJobs(int row) {
        return firstJob.get(row) + jobs.get(row);
    }

    /// Arrears of wages, in minor units.
    public long owedBy(int row) {
        return owed.get(row);
    }

    void owe(int row, long minor) {
        owed.add(row, minor);
    }

    /// Earns the treasury's contract by minutes worked.
    public void accrueContract(int row, int minutes) {
        contractAccrued.add(row, Math.multiplyExact(contractPerHour.get(row), minutes));
    }

    /// Whole minor units that the treasury owes for hours worked.
    public long contractDue(int row) {
        return contractAccrued.get(row) / Workers.SIXTIETHS;
    }

    public void settleContract(int row, long minor) {
        contractAccrued.add(row, -Math.multiplyExact(minor, Workers.SIXTIETHS));
    }

    List<Breach> audit(Arrears arrears) {
        var breaches = new ArrayList<Breach>();
        for (int row = 0; row < table.rows(); row++) {
            long recount = arrears.totalOfFirm(row);
            if (owed.get(row) != recount) {
                var numbers = "firm %s: %d owed, %d recounted".formatted(id.get(row), owed.get(row), recount);
                breaches.add(new Breach("economy.arrears-add-up", numbers));
            }
        }
        return breaches;
    }

    FirmId idAt(Snapshot snapshot, int row) {
        return new FirmId(snapshot.of(table).get(id, row));
    }

    public Optional<FirmState> findState(Snapshot snapshot, FirmId firm, Books books) {
        int row = rows.find(snapshot.of(table), firm.value());
        return row == IdIndex.NONE ? Optional.empty() : Optional.of(stateAt(snapshot, row, books));
    }

    public List<FirmState> states(Snapshot snapshot, Books books) {
        var states = new ArrayList<FirmState>();
        for (int row = 0; row < snapshot.of(table).rows(); row++) {
            states.add(stateAt(snapshot, row, books));
        }
        return states;
    }

    public List<Sale> salesAt(Snapshot snapshot, LocationId location, Books books) {
        var view = snapshot.of(table);
        var sales = new ArrayList<Sale>();
        for (int row : byLocation.getOrDefault(location.value(), List.of())) {
            if (view.exists(row)) {
                sales.addAll(salesOf(snapshot, row, books));
            }
        }
        return sales;
    }

    private FirmState stateAt(Snapshot snapshot, int row, Books books) {
        var view = snapshot.of(table);
        return new FirmState(
                new FirmId(view.get(id, row)),
                view.get(name, row),
                new LocationId(view.get(locationId, row)),
                new AccountId(view.get(owner, row)),
                books.accounts().balanceAt(snapshot, view.get(account, row)),
                new Money(view.get(owed, row)),
                salesOf(snapshot, row, books),
                jobsOf(snapshot, row, books));
    }

    private List<Sale> salesOf(Snapshot snapshot, int row, Books books) {
        int first = snapshot.of(table).get(firstProduct, row);
        int end = first + snapshot.of(table).get(products, row);
        return books.products().salesAt(snapshot, first, end);
    }

    private List<JobState> jobsOf(Snapshot snapshot, int row, Books books) {
        int first = snapshot.of(table).get(firstJob, row);
        int end = first + snapshot.of(table).get(jobs, row);
        var states = new ArrayList<JobState>(end - first);
        for (int job = first; job < end; job++) {
            states.add(books.jobs().stateAt(snapshot, job));
        }
        return states;
    }
}
